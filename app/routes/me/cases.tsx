import type {
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
  SerializeFrom,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { unseenAmong } from '#app/domain/care/own-case.server.ts'
import { humanState } from '#app/domain/care/own-case.rules.ts'
import { ownCases } from '#app/domain/care/own.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import caseStyles from '#app/ui/my-cases.css?url'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Time } from '#app/ui/time.tsx'
import { requireMember } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { CaseState } from '../my-cases/state.tsx'
import { ExpectedAnswer } from '../my-cases/expected.tsx'
import { expectedAnswer } from '../my-cases/moment.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: caseStyles }]
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'care:mine.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requireMember(knock)
  const { locale } = knock.context.visit
  const [all, unseen] = await Promise.all([ownCases(db, member), unseenAmong(db, member)])
  const cases = all.map(async (one) => ({
    ...{ id: one.id, number: one.number, subject: one.subject, at: one.lastMessageAt },
    is: humanState(one.state),
    isNew: unseen.has(one.id),
    expected: await expectedAnswer(locale, one),
  }))
  return { cases: await Promise.all(cases) }
}
type Line = SerializeFrom<typeof loader>['cases'][number]

/** What somebody wrote to care, whose turn it is, and by when they are answered. */
export default function MyCases() {
  const { t } = useTranslation('care')
  const { cases } = useLoaderData<typeof loader>()
  const write = (
    <ButtonLink href="/contact" icon="plus">
      {t('mine.write')}
    </ButtonLink>
  )
  return (
    <>
      <Pagehead
        title={t('mine.title')}
        lead={t('mine.lead')}
        action={cases.length ? write : undefined}
      />
      {cases.length ? (
        <ul className="my-cases">
          {cases.map((one) => (
            <CaseLine key={one.id} one={one} />
          ))}
        </ul>
      ) : (
        <Empty icon="mail" title={t('mine.empty')} text={t('mine.emptyText')} action={write} />
      )}
    </>
  )
}

function CaseLine({ one: { id, number, subject, at, is, isNew, expected } }: { one: Line }) {
  const { t } = useTranslation('care')
  return (
    <li data-new={isNew || undefined}>
      <p className="row">
        <CaseState is={is} />
        <span className="quiet tnum">{t('mine.number', { number })}</span>
        {isNew && <span className="fresh">{t('mine.fresh')}</span>}
      </p>
      <a className="name" href={`/me/cases/${id}`}>
        {subject}
      </a>
      <p className="quiet">
        {t('mine.last')} <Time at={at} />
        {expected && (
          <>
            {' · '}
            <ExpectedAnswer expected={expected} />
          </>
        )}
      </p>
    </li>
  )
}
