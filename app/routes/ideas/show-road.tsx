import { useTranslation } from 'react-i18next'
import { WhatCouldChange } from './show-receipt.tsx'
import type { Refusal } from './show-receipt.server.ts'
import { type HereShown, useMergeMoves } from './show-merged.tsx'
import { Prose } from '#app/ui/prose.tsx'
import type { Status } from '#app/ui/status-chip.tsx'
import { History, type Step, Timeline } from '#app/ui/timeline.tsx'

type RoadStep = Status & Pick<Step, 'state'> & { at: string | null }
type RoadMove = {
  id: string
  fromStatus: string | null
  status: Status
  team: string | null
  note: string
  html: string
  reason: string | null
  refusal: Refusal
  movedAt: string
}
type Props = { steps: RoadStep[]; history: RoadMove[]; answer?: string; here: HereShown }

/** Where an idea stands, and who moved it there, when and why. */
export function Road({ steps, history, answer, here }: Props) {
  const { t } = useTranslation('ideas')
  const told = [...useMoves(history, answer), ...useMergeMoves(here)].sort(
    (one, other) => +new Date(one.date) - +new Date(other.date),
  )
  const label = ({ key, state, label }: RoadStep) =>
    key === 'voting' && state === 'done' ? t('page.road.proposed') : label
  return (
    <section className="road" aria-labelledby="road">
      <h2 id="road">{t('page.road.title')}</h2>
      <Timeline
        steps={steps.map((step) => ({
          ...{ key: step.key, label: label(step), date: step.at, state: step.state },
        }))}
      />
      {told.length > 0 && <History moves={told} />}
    </section>
  )
}

function useMoves(history: RoadMove[], answer?: string) {
  const { t, i18n } = useTranslation(['ideas', 'staff'])
  const say = t as (key: string) => string
  return history
    .filter(({ fromStatus }) => fromStatus)
    .map(({ id, status, team, note, html, reason, refusal, movedAt }) => ({
      key: id,
      label: status.label,
      date: movedAt,
      who: team ?? t('page.road.house'),
      tone: status.tone,
      icon: status.icon,
      reason:
        reason && i18n.exists(`staff:reasons.${reason}`) ? say(`staff:reasons.${reason}`) : null,
      note: (
        <>
          {note && note === answer ? t('page.road.answered') : html && <Prose html={html} />}
          <WhatCouldChange refusal={refusal} />
        </>
      ),
    }))
}
