import { useTranslation } from 'react-i18next'
import { Icon } from '#app/ui/icon.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Act } from './case-types.ts'
import { useActWords } from './case-words.ts'

/** What nobody should overlook among what the house did by itself. */
const warnings = ['sender-unproved', 'other-sender', 'undelivered', 'files-left-out']

/** What was done between two words: one act is a line, more of them are folded. */
export function CaseActs({ acts }: { acts: Act[] }) {
  const { t } = useTranslation('care')
  if (acts.length === 1) return <Line act={acts[0]!} />
  return (
    <details className="case-acts" open={acts.some(({ act }) => warnings.includes(act))}>
      <summary>
        {t('talk.acts', { count: acts.length })} <Time at={acts.at(-1)!.at} />
      </summary>
      {acts.map((act) => (
        <Line key={act.id} act={act} />
      ))}
    </details>
  )
}

function Line({ act }: { act: Act }) {
  const { t } = useTranslation('care')
  const words = useActWords()
  return (
    <p className="case-act">
      <Icon name="circle-dot" />
      <span>
        <b>{act.actor ?? t('talk.bySelf')}</b> {words(act)} · <Time at={act.at} />
      </span>
    </p>
  )
}
