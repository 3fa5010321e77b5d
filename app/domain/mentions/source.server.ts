import { and, asc, eq, ne } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import type { Read, Tx } from '#db/database.server.ts'
import { newId } from '#db/columns.ts'
import { howMany, plus } from '#db/expressions.ts'
import { mentions, mentionSources } from '#db/schema/mentions.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person, type Viewer } from '../identity/viewer.rules.ts'
import { sealed } from '../identity/seal.server.ts'
import { askForFeed } from './feed.server.ts'
import type { SourceKind } from './mention.rules.ts'
import { mostCounted } from './mention.server.ts'

/** Where mentions come from, without its secret. */
export type Source = Omit<typeof mentionSources.$inferSelect, 'secret' | 'etag' | 'modified'>
type Text = { name: string; url?: string }

const minuteMs = 60_000

const { secret: _secret, etag: _etag, modified: _modified, ...shown } = columns()
function columns() {
  const { id, kind, name, url, secret, isOn, polledAt, etag, modified } = mentionSources
  const { lastError, failures, version, createdBy, createdAt } = mentionSources
  const all = { id, kind, name, url, secret, isOn, polledAt, etag, modified }
  return { ...all, lastError, failures, version, createdBy, createdAt }
}

/** Every source by name, with how many mentions came from it and how many of them wait, `mostCounted + 1` for more. */
export async function allSources(db: Read, agent: Viewer) {
  if (!may(agent, 'mentions.triage')) return []
  const sources = await db.select(shown).from(mentionSources).orderBy(asc(mentionSources.name))
  return Promise.all(
    sources.map(async (source) => ({
      ...source,
      mentionsCount: await countOf(db, source.id),
      waitingCount: await countOf(db, source.id, true),
    })),
  )
}

async function countOf(db: Read, sourceId: string, isNew = false) {
  const some = db
    .select({ id: mentions.id })
    .from(mentions)
    .where(and(eq(mentions.sourceId, sourceId), isNew ? eq(mentions.state, 'new') : undefined))
    .limit(mostCounted + 1)
    .as('some')
  const [row] = await db.select({ n: howMany() }).from(some)
  return row!.n
}

/** One source; nobody without the permission finds any. */
export async function findSource(db: Read, agent: Viewer, id: string): Promise<Source | undefined> {
  if (!may(agent, 'mentions.triage')) return undefined
  const [source] = await db.select(shown).from(mentionSources).where(eq(mentionSources.id, id))
  return source
}

/**
 * Opens a source, and asks at once for what a feed has. Of a webhook the answer holds the secret with
 * which it is signed, and nothing shows it a second time. `name-taken`; `no-url`, a feed needs one.
 * Whoever calls has looked whether the address of a feed may be asked.
 */
export async function addSource(tx: Tx, agent: Person, wish: Text & { kind: SourceKind }) {
  const { kind, name } = wish
  if (kind === 'feed' && !wish.url) return 'no-url'
  const url = kind === 'feed' ? wish.url : null
  const id = newId()
  const { secret, kept } = kind === 'webhook' ? newSecret(id) : { secret: undefined, kept: null }
  const [added] = await tx
    .insert(mentionSources)
    .values({ id, kind, name, url, secret: kept, createdBy: agent.id, createdAt: now() })
    .onConflictDoNothing()
    .returning({ id: mentionSources.id })
  if (!added) return 'name-taken'
  await audit(tx, agent.id, 'mention-source.added', { subject: id, kind, name, url })
  if (url) await askForFeed(tx, { id, polledAt: null })
  return { id, secret }
}

function newSecret(of: string) {
  const secret = randomBytes(32).toString('base64url')
  return { secret, kept: sealed({ what: 'hook', of }, secret) }
}

/**
 * Gives a source another name, and a feed another address. `changed`, `unchanged`, `name-taken`;
 * `stale` where it is no longer as it was `seen`; undefined where there is none.
 */
export async function changeSource(
  tx: Tx,
  agent: Person,
  { id, seen }: { id: string; seen: number },
  wish: Text,
) {
  // Taking the row holds it: who changes it at the same moment waits, and finds it changed.
  const [source] = await tx
    .update(mentionSources)
    .set({ id })
    .where(eq(mentionSources.id, id))
    .returning()
  if (!source) return undefined
  if (source.version !== seen) return 'stale'
  const before = { name: source.name, url: source.url }
  const after = { name: wish.name, url: addressIn(source, wish) }
  if (after.name === before.name && after.url === before.url) return 'unchanged'
  if (await isTaken(tx, id, after.name)) return 'name-taken'

  await tx
    .update(mentionSources)
    .set({ ...after, version: plus(mentionSources.version, 1) })
    .where(eq(mentionSources.id, id))
  if (after.url !== before.url) await readAnew(tx, source)
  await audit(tx, agent.id, 'mention-source.changed', { subject: id, before, after })
  return 'changed'
}

const addressIn = ({ kind, url }: Source, wish: Text) =>
  kind === 'feed' ? (wish.url ?? url) : null

/** At another address nothing is known of it yet. */
async function readAnew(tx: Tx, source: typeof mentionSources.$inferSelect) {
  await tx
    .update(mentionSources)
    .set({ etag: null, modified: null, lastError: null, failures: 0 })
    .where(eq(mentionSources.id, source.id))
  if (source.isOn) await askForFeed(tx, source)
}

async function isTaken(tx: Tx, id: string, name: string) {
  const other = and(eq(mentionSources.name, name), ne(mentionSources.id, id))
  return (await tx.$count(mentionSources, other)) > 0
}

/** Switches a source on or off: one that is off is not read, and takes nothing. Undefined where there is none. */
export async function switchSource(tx: Tx, agent: Person, id: string, isOn: boolean) {
  const [source] = await tx
    .update(mentionSources)
    .set({ isOn, version: plus(mentionSources.version, 1), failures: 0 })
    .where(eq(mentionSources.id, id))
    .returning()
  if (!source) return undefined
  const word = isOn ? 'on' : 'off'
  await audit(tx, agent.id, `mention-source.${word}`, { subject: id })
  if (isOn && source.kind === 'feed') await askForFeed(tx, source)
  return word
}

/** Gives a webhook another secret, and answers it this once; the old one opens nothing any more. */
export async function renewSecret(tx: Tx, agent: Person, id: string) {
  const { secret, kept } = newSecret(id)
  const of = and(eq(mentionSources.id, id), eq(mentionSources.kind, 'webhook'))
  const [renewed] = await tx
    .update(mentionSources)
    .set({ secret: kept, version: plus(mentionSources.version, 1) })
    .where(of)
    .returning({ id: mentionSources.id })
  if (!renewed) return undefined
  await audit(tx, agent.id, 'mention-source.secret-renewed', { subject: id })
  return { secret }
}

/** Asks for a feed to be read at once: `asked`, `too-soon` (once a minute), undefined where it is none or off. */
export async function pollNow(tx: Tx, agent: Person, id: string) {
  const source = await findSource(tx, agent, id)
  if (source?.kind !== 'feed' || !source.isOn) return undefined
  const { polledAt } = source
  if (polledAt && now().getTime() - polledAt.getTime() < minuteMs) return 'too-soon'
  await askForFeed(tx, source)
  return 'asked'
}
