import { beforeDay } from '#app/messages/article.ts'
import { useFormat } from './format.ts'

type Style = 'ago' | 'date' | 'dateTime' | 'time'

type Props = { at: Date | string; as?: Style; after?: string }

/**
 * A moment for people and machines; the exact hour is its title when it is told as "2 days ago". With
 * `after` the words before it, whose article becomes what the day wants.
 */
export function Time({ at, as = 'ago', after }: Props) {
  const format = useFormat()
  const said = format[as](at)
  return (
    <>
      {after && beforeDay(`${after} `, said)}
      <time
        dateTime={new Date(at).toISOString()}
        title={as === 'ago' ? format.dateTime(at) : undefined}
      >
        {said}
      </time>
    </>
  )
}
