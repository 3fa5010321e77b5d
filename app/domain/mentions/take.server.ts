import { insertAll, leaveIt } from '#db/bulk.server.ts'
import { newId } from '#db/columns.ts'
import type { Read, Tx } from '#db/database.server.ts'
import { isOneOf } from '#db/expressions.ts'
import { mentions } from '#db/schema/mentions.ts'
import { now } from '#db/time.ts'
import { keysOf, wordsToSearch } from './key.rules.ts'
import { bandOf, type ToldMention } from './mention.rules.ts'

export type Row = typeof mentions.$inferInsert & { id: string; key: string }

/** The row of a mention of a source; `space` is where its own name holds, the source alone where null. */
export function rowOf(sourceId: string, told: ToldMention, space: string | null = null): Row {
  const { isClosed, closedAt, ...said } = told
  const moment = now()
  return {
    ...said,
    ...keysOf(told, space ?? sourceId),
    id: newId(),
    sourceId,
    band: bandOf(said.rating),
    words: wordsToSearch(told),
    importedAt: moment,
    heardAt: said.writtenAt ?? moment,
    state: isClosed ? 'ignored' : 'new',
    handledAt: isClosed ? (closedAt ?? said.writtenAt ?? moment) : null,
  }
}

/**
 * Keeps those mentions that nobody knew, and answers their keys. One that is here already, from
 * whatever source, stays as it is; of two that are the same the first is kept.
 */
export async function takeMentions(tx: Tx, rows: Row[]): Promise<Set<string>> {
  if (!rows.length) return new Set()
  await insertAll(tx, mentions, rows, leaveIt)
  const ids = rows.map(({ id }) => id)
  const written = await tx
    .select({ key: mentions.key })
    .from(mentions)
    .where(isOneOf(mentions.id, ids))
  return new Set(written.map(({ key }) => key))
}

/** The keys among those of some rows that `takeMentions` would keep, with nothing written. */
export async function freshAmong(db: Read, rows: Row[]): Promise<Set<string>> {
  const guids = rows.flatMap(({ guid }) => guid ?? [])
  const keys = rows.map(({ key }) => key)
  const [byKey, byGuid] = await Promise.all([
    db.select({ key: mentions.key }).from(mentions).where(isOneOf(mentions.key, keys)),
    db.select({ guid: mentions.guid }).from(mentions).where(isOneOf(mentions.guid, guids)),
  ])
  const known = new Set([...byKey.map(({ key }) => key), ...byGuid.map(({ guid }) => guid!)])
  return new Set(
    rows.filter(({ key, guid }) => !known.has(key) && !(guid && known.has(guid))).map((r) => r.key),
  )
}
