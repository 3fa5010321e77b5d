import { useFormat } from './format.ts'

type Style = 'ago' | 'date' | 'dateTime' | 'time'

/** A moment for people and machines; the exact hour is its title when it is told as "2 days ago". */
export function Time({ at, as = 'ago' }: { at: Date | string; as?: Style }) {
  const format = useFormat()
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={as === 'ago' ? format.dateTime(at) : undefined}
    >
      {format[as](at)}
    </time>
  )
}
