import { useTranslation } from 'react-i18next'
import { Avatar } from '#app/ui/avatar.tsx'
import { useFormat } from '#app/ui/format.ts'
import { usePoints } from '#app/ui/points.tsx'
import type { factOf } from './told.ts'

type Fact = ReturnType<typeof factOf>

/** What speaks for a suspicion, in a sentence. */
export function Facts({ fact }: { fact: Fact }) {
  const { t } = useTranslation('points')
  const { number } = useFormat()
  const points = usePoints()
  const counts = Object.fromEntries(
    Object.entries(fact.counts).map(([name, n]) => [name, number(n)]),
  )
  const say = t as (key: string, gaps: object) => string
  return (
    <p>
      {say(`suspects.fact.${fact.key}`, {
        ...counts,
        ...('points' in fact && { points: points.text(fact.points ?? 0) }),
        ...('share' in fact && { share: `${number(Math.round((fact.share ?? 0) * 100))}\u00a0%` }),
      })}
    </p>
  )
}

type Named = { handle: string; displayName: string; avatarId: string | null }

/** Somebody concerned, as a link to their profile; or that they left. */
export function Who({ person }: { person?: Named | null }) {
  const { t } = useTranslation('points')
  if (!person) return <span className="quiet">{t('suspects.gone')}</span>
  return (
    <a className="who" href={`/members/${person.handle}`}>
      <Avatar person={person} size={28} /> {person.displayName}
    </a>
  )
}
