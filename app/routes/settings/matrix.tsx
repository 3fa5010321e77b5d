import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/ui/icon.tsx'
import { drawn, StatusChip } from '#app/ui/status-chip.tsx'
import type { WorkflowMap } from './workflow-map.server.ts'

type Told = ReturnType<typeof useLoaderData<() => Promise<WorkflowMap>>>
type Rule = Told['rules'][number]

/** From where to where: a table on a desk, a list on a phone. */
export function Matrix() {
  const { t } = useTranslation('workflow')
  const map = useLoaderData<() => Promise<WorkflowMap>>()
  const movable = map.statuses.filter((status) => status.isMovable)
  const rules = new Map(map.rules.map((rule) => [`${rule.fromStatus} ${rule.toStatus}`, rule]))
  return (
    <section aria-labelledby="moves">
      <h2 id="moves">{t('moves.title')}</h2>
      <p className="quiet">{t('moves.lead')}</p>
      <div className="matrix" tabIndex={0} role="group" aria-label={t('moves.title')}>
        <table>
          <thead>
            <tr>
              <td>
                <span className="quiet">{t('moves.fromTo')}</span>
              </td>
              {movable.map(({ id, chip }) => (
                <th key={id} scope="col" data-tone={chip.tone}>
                  <span>
                    <Icon name={drawn(chip.icon)} />
                    {chip.label}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {movable.map(({ id, chip }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`/staff/settings/workflow/${id}/moves`}>
                    <StatusChip status={chip} />
                  </a>
                </th>
                {movable.map((to) => (
                  <td key={to.id} className={to.id === id ? 'self' : undefined}>
                    {to.id !== id && <Cell rule={rules.get(`${id} ${to.id}`)} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet legend">{t('moves.legend')}</p>
      <ul className="ways">
        {movable.map((status) => (
          <Ways key={status.id} status={status} map={map} />
        ))}
      </ul>
    </section>
  )
}

function Cell({ rule }: { rule?: Rule }) {
  const { t } = useTranslation('workflow')
  const asked = useAsked()
  if (!rule) return <span className="vh">{t('moves.no')}</span>
  const words = asked(rule)
  return (
    <span title={words}>
      <Icon name="check" label={t('moves.yes')} />
      {rule.needsReason && <sup aria-hidden>{t('moves.mark.reason')}</sup>}
      {!!(rule.minVotes || rule.minDays) && <sup aria-hidden>{t('moves.mark.least')}</sup>}
      {rule.permission !== 'ideas.move' && <sup aria-hidden>{t('moves.mark.who')}</sup>}
      <span className="vh">{words}</span>
    </span>
  )
}

/** What a move asks for, in words. */
function useAsked() {
  const { t } = useTranslation('workflow')
  const say = t as (key: string) => string
  return (rule: Rule) =>
    [
      say(`who.${rule.permission.replace('.', '_')}`),
      rule.needsReason ? t('moves.asks.reason') : '',
      rule.needsNote ? t('moves.asks.note') : '',
      rule.minVotes ? t('moves.asks.votes', { count: rule.minVotes }) : '',
      rule.minDays ? t('moves.asks.days', { count: rule.minDays }) : '',
    ]
      .filter(Boolean)
      .join(' · ')
}

function Ways({ status, map }: { status: Told['statuses'][number]; map: Told }) {
  const { t } = useTranslation('workflow')
  const goes = (to: string) =>
    map.rules.some((rule) => rule.fromStatus === status.id && rule.toStatus === to)
  const out = map.statuses.filter(({ id }) => goes(id))
  return (
    <li>
      <a href={`/staff/settings/workflow/${status.id}/moves`}>
        <StatusChip status={status.chip} />
      </a>
      {out.length ? (
        <ul>
          {out.map(({ id, chip }) => (
            <li key={id}>
              <span aria-hidden>→</span> {chip.label}
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{t('moves.none')}</p>
      )}
    </li>
  )
}
