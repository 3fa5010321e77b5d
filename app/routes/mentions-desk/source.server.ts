import type { z } from 'zod'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import type { SourceForm } from '#app/domain/mentions/mention.form.ts'
import {
  changeSource,
  pollNow,
  renewSecret,
  type Source,
  switchSource,
} from '#app/domain/mentions/source.server.ts'
import { env } from '#app/web/env.server.ts'
import { addressFault } from '#app/web/guarded-client.server.ts'
import { transaction } from '#db/database.server.ts'

/** Where the mentions of a webhook are brought to. */
export const hookAddress = (id: string) => `${env.publicUrl.origin}/hooks/mentions/${id}`

/** Of a source, what the pages say. */
export const sourceShown = ({
  id,
  name,
  kind,
  url,
  isOn,
  polledAt,
  lastError,
  failures,
}: Source) => ({
  ...{ id, name, kind, url, isOn, polledAt, lastError, failures },
})

const faults: Record<string, string> = {
  'not-an-address': 'mentions:feedError.notAddress',
  'private-address': 'mentions:feedError.privateAddress',
}

/** What is wrong with the address of a feed, as a message; nothing where it may be asked. */
export async function addressError(url: string | undefined) {
  if (!url) return 'mentions:error.noUrl'
  const fault = await addressFault(url)
  return fault && (faults[fault] ?? 'mentions:feedError.unreachable')
}

type Wish = Exclude<z.output<typeof SourceForm>, { intent: 'add' }>
type Came = { notice: string } | { errors: Record<string, string> } | { secret: string }

/** Does with a source what its page asks; `undefined` where it is gone. */
export async function actOn(agent: Person, source: Source, wish: Wish): Promise<Came | undefined> {
  if (wish.intent === 'change') return changed(agent, source, wish)
  if (wish.intent === 'renew') return transaction((tx) => renewSecret(tx, agent, source.id))
  const outcome = await transaction((tx) =>
    wish.intent === 'poll'
      ? pollNow(tx, agent, source.id)
      : switchSource(tx, agent, source.id, wish.isOn === 'on'),
  )
  return outcome && { notice: `mention-source-${outcome}` }
}

type Change = Extract<Wish, { intent: 'change' }>

async function changed(
  agent: Person,
  source: Source,
  { seen, name, url }: Change,
): Promise<Came | undefined> {
  const isFeed = source.kind === 'feed'
  const wrong = isFeed && url !== source.url && (await addressError(url))
  if (wrong) return { errors: { url: wrong } }
  const outcome = await transaction((tx) =>
    changeSource(tx, agent, { id: source.id, seen }, { name, url: isFeed ? url : undefined }),
  )
  if (outcome === 'stale') return { errors: { seen: 'mentions:error.sourceStale' } }
  if (outcome === 'name-taken') return { errors: { name: 'mentions:error.nameTaken' } }
  return outcome && { notice: `mention-source-${outcome}` }
}
