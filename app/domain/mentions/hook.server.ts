import { and, eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { mentionSources } from '#db/schema/mentions.ts'
import { now } from '#db/time.ts'
import { opened } from '../identity/seal.server.ts'
import type { HookRow } from './hook.form.ts'
import type { Problem } from './mention.rules.ts'
import { rowOf, takeMentions } from './take.server.ts'
import { toldMention } from './told.rules.ts'

/** What became of one of the mentions that were brought. */
export type HookResult = { outcome: 'written' | 'known' } | { outcome: 'bad'; problem: Problem }

/** The secret with which a webhook that is on signs; undefined where there is none, or it cannot be read any more. */
export async function hookSecret(db: Read, id: string) {
  const [source] = await db
    .select({ secret: mentionSources.secret })
    .from(mentionSources)
    .where(
      and(
        eq(mentionSources.id, id),
        eq(mentionSources.kind, 'webhook'),
        eq(mentionSources.isOn, true),
      ),
    )
  return source?.secret ? opened({ what: 'hook', of: id }, source.secret) : undefined
}

/** Keeps what a webhook brought and nobody knew; answers what became of each, in its order. */
export async function takeBrought(tx: Tx, id: string, brought: HookRow[]): Promise<HookResult[]> {
  const told = brought.map(({ id: guid, text, language, ...said }) =>
    toldMention({ ...said, guid, body: text, locale: language }, now()),
  )
  const rows = told.map((each) => (typeof each === 'string' ? each : rowOf(id, each)))
  const fresh = await takeMentions(
    tx,
    rows.filter((row) => typeof row !== 'string'),
  )
  return rows.map((row): HookResult => {
    if (typeof row === 'string') return { outcome: 'bad', problem: row }
    // Of two that are the same the first was written.
    return { outcome: fresh.delete(row.key) ? 'written' : 'known' }
  })
}
