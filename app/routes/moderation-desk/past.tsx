import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { isHouseRule } from '#app/domain/moderation/rule.rules.ts'
import { Button } from '#app/ui/button.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ItemPage } from './item-page.server.ts'

type Past = SerializeFrom<ItemPage>['past'][number]

/** What came of a decision since. */
export const stateOf = ({ undoneAt, liftedAt }: Pick<Past, 'undoneAt' | 'liftedAt'>) =>
  undoneAt ? 'undone' : liftedAt ? 'lifted' : undefined

const isRestorable = (decision: Past) =>
  !stateOf(decision) && decision.act !== 'approve' && decision.act !== 'restore'

/** What was decided on this before, by whom and why; what still stands can be brought back. */
export function Earlier({
  past,
  here,
  canRestore,
}: {
  past: Past[]
  here: string
  canRestore: boolean
}) {
  const { t } = useTranslation('moderation')
  if (!past.length) return null
  return (
    <section aria-labelledby="earlier" className="stack">
      <h2 id="earlier">{t('desk.past.title')}</h2>
      <ul className="past plain-list">
        {past.map((decision) => (
          <li key={decision.id}>
            <p>
              <strong>{t(`desk.done.${decision.act}`)}</strong> · <Rule of={decision.reason} /> ·{' '}
              {decision.isAutomated ? t('desk.past.house') : (decision.by ?? t('desk.nobody'))} ·{' '}
              <Time at={decision.decidedAt} />
              {stateOf(decision) && ` · ${t(`desk.past.${stateOf(decision)!}`)}`}
            </p>
            {decision.facts && <p className="as-written quiet">{decision.facts}</p>}
            {canRestore && isRestorable(decision) && (
              <form method="post" action="/staff/moderation/restore">
                <input type="hidden" name="decision" value={decision.id} />
                <input type="hidden" name="redirectTo" value={here} />
                <Button kind="plain" icon="history">
                  {t('desk.past.restore')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The house rule that a decision rests on. */
export function Rule({ of }: { of: string }) {
  const { t } = useTranslation('moderation')
  return <>{isHouseRule(of) ? t(`statement.rules.${of}.name`) : t('desk.past.noRule')}</>
}
