import { useTranslation } from 'react-i18next'
import type { HumanState } from '#app/domain/care/own-case.rules.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'

const looks: Record<HumanState, [tone: string, icon: IconName]> = {
  received: ['info', 'inbox'],
  working: ['warning', 'hourglass'],
  waiting: ['plum', 'reply'],
  solved: ['success', 'circle-check'],
  closed: ['neutral', 'archive'],
}

/** Where a case stands, in its member's words. */
export function CaseState({ is }: { is: HumanState }) {
  const { t } = useTranslation('care')
  const [tone, icon] = looks[is]
  return (
    <span className="case-state" data-tone={tone}>
      <Icon name={icon} />
      {t(`mine.states.${is}`)}
    </span>
  )
}
