import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ObjectionForm } from '#app/domain/moderation/objection.form.ts'
import { objectTo } from '#app/domain/moderation/objection.server.ts'
import { findStatement } from '#app/domain/moderation/statement.server.ts'
import { languageOf } from '#app/domain/site/language.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import receiptStyles from '#app/ui/receipt.css?url'
import statementStyles from '#app/ui/statement.css?url'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireConcerned } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { Objecting } from '../statements/objecting.tsx'
import { Redress } from '../statements/redress.tsx'
import { Statement } from '../statements/statement.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: receiptStyles },
  { rel: 'stylesheet', href: statementStyles },
]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'moderation:statement.one' })

/** The statement of reasons of one decision, for whoever it concerns; a 404 for everybody else. */
export async function loader(knock: LoaderFunctionArgs) {
  const person = await requireConcerned(knock)
  const { ideaId: _, ...statement } = found(
    await findStatement(db, person.id, knock.params.id ?? ''),
  )
  const { objectionAnswerDays: answerDays } = await siteSettings(db)
  return {
    ...statement,
    answerDays,
    factsLang: languageOf(statement.facts) ?? null,
    answerLang: languageOf(statement.objection?.answer ?? '') ?? null,
  }
}
export type StatementData = typeof loader

const refusals = {
  'already-sent': 'moderation:objection.error.alreadySent',
  late: 'moderation:objection.error.late',
  lifted: 'moderation:objection.error.lifted',
  none: 'moderation:objection.error.none',
}

/** Objects, once; a refusal comes with the page and the typed words. */
export async function action(knock: ActionFunctionArgs) {
  const person = await requireConcerned(knock)
  const id = knock.params.id ?? ''
  found(await findStatement(db, person.id, id))
  const form = await read(knock.request, ObjectionForm)
  if (form.reply) return invalid(form.reply)
  const outcome = found(await transaction((tx) => objectTo(tx, person, id, form.values.body)))
  if (outcome === 'sent') return back(`/me/decisions/${id}`, 'objection-sent')
  return form.refuse({ body: refusals[outcome] })
}

export default function DecisionPage() {
  const { t } = useTranslation('moderation')
  const { act, subject, recourse } = useLoaderData<typeof loader>()
  const what = t(`statement.subjects.${subject}`)
  return (
    <div className="decision">
      <Pagehead
        above={
          <a className="act" href="/me/decisions">
            <Icon name="arrow-left" /> {t('statement.title')}
          </a>
        }
        title={t(`statement.acts.${act}`, { what })}
      />
      <Statement />
      <Objecting />
      {recourse !== 'none' && <Redress />}
    </div>
  )
}
