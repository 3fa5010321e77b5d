import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { StatusChip } from '#app/ui/status-chip.tsx'
import { Time } from '#app/ui/time.tsx'
import type { DossierDesk } from './dossier-loader.server.ts'
import { Conclusion } from './dossier-conclude.tsx'
import { Publishing } from './dossier-publish.tsx'
import { OwnScores } from './dossier-score.tsx'
import { Verdicts } from './dossier-verdicts.tsx'
import { State } from './dossier-state.tsx'
import { Talk } from './dossier-talk.tsx'
import { Team } from './dossier-team.tsx'
import { useSent } from './use-sent.ts'

/** How an idea is weighed, from the first evaluator asked to what the public reads. */
export function DossierPage() {
  const { t } = useTranslation('dossiers')
  const { idea, dossier } = useLoaderData<DossierDesk>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('list.title'), href: '/staff/dossiers' },
          {
            label: t('page.idea', { number: idea.number }),
            href: `/staff/ideas?idea=${idea.number}`,
          },
          { label: t('page.title') },
        ]}
      />
      <Pagehead
        title={<span lang={idea.lang}>{idea.title}</span>}
        above={
          <>
            <StatusChip status={idea.status} />
            <a href={idea.path}>{t('page.public')}</a>
          </>
        }
      />
      {dossier ? <Dossier /> : <None />}
    </>
  )
}

function Dossier() {
  const { t } = useTranslation('dossiers')
  const { dossier } = useLoaderData<DossierDesk>()
  const { sees, mine, isReconciled } = dossier!
  return (
    <div className="dossier">
      <div className="dossier-main">
        <State />
        {mine?.isOpen && <OwnScores />}
        {sees ? (
          <>
            {isReconciled && <Conclusion />}
            {isReconciled && <Publishing />}
            <Verdicts />
            <Talk />
          </>
        ) : (
          <section className="dossier-blind" id="scores">
            <h2>{t('blind.title')}</h2>
            <p>{t(mine ? 'blind.mine' : 'blind.others')}</p>
          </section>
        )}
      </div>
      <aside className="dossier-aside" aria-label={t('team.aside')}>
        <Team />
        <Past />
      </aside>
    </div>
  )
}

function None() {
  const { t } = useTranslation('dossiers')
  const { leads, isMerged } = useLoaderData<DossierDesk>()
  if (isMerged) return <Empty icon="git-merge" title={t('wrong.merged')} />
  return (
    <Empty
      icon="clipboard-check"
      title={t('none.title')}
      text={t(leads ? 'none.text' : 'none.wait')}
      action={leads && <OpenForm />}
    />
  )
}

/** Opens a dossier; where an older one is on record, a new one beside it. */
function OpenForm({ again }: { again?: boolean }) {
  const { t } = useTranslation('dossiers')
  const { errors } = useSent('open')
  return (
    <form method="post">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="intent" value="open" />
      <Button icon="plus" kind={again ? 'plain' : 'primary'}>
        {t(again ? 'past.again' : 'none.open')}
      </Button>
    </form>
  )
}

function Past() {
  const { t } = useTranslation('dossiers')
  const { past, hasOpen, leads, isMerged, dossier } = useLoaderData<DossierDesk>()
  const canOpen = leads && !hasOpen && !isMerged
  if (past.length < 2 && !canOpen) return null
  return (
    <section>
      <h2>{t('past.title')}</h2>
      <ul className="stack">
        {past.map(({ id, state, openedAt }) => (
          <li key={id}>
            <a href={`?dossier=${id}`} aria-current={id === dossier?.id ? 'page' : undefined}>
              <Time at={openedAt} as="date" /> · {t(`state.is.${state}`)}
            </a>
          </li>
        ))}
      </ul>
      {canOpen && <OpenForm again />}
    </section>
  )
}
