import { and, eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { brought } from '#db/expressions.ts'
import { caseDrafts } from '#db/schema/care-desk.ts'
import { now } from '#db/time.ts'

export const draftKinds = ['reply', 'note'] as const
export type DraftKind = (typeof draftKinds)[number]
export type Draft = { body: string; fileIds: string[] }

type Agent = { id: string }
type Place = { caseId: string; kind: DraftKind }

const empty: Draft = { body: '', fileIds: [] }

const at = (agent: Agent, { caseId, kind }: Place) =>
  and(eq(caseDrafts.caseId, caseId), eq(caseDrafts.agentId, agent.id), eq(caseDrafts.kind, kind))

/** What `agent` has typed in a case and not sent: a reply and a note, each its own and nobody else's. */
export async function draftsOf(
  db: Read,
  agent: Agent,
  caseId: string,
): Promise<Record<DraftKind, Draft>> {
  const rows = await db
    .select({ kind: caseDrafts.kind, body: caseDrafts.body, fileIds: caseDrafts.fileIds })
    .from(caseDrafts)
    .where(and(eq(caseDrafts.caseId, caseId), eq(caseDrafts.agentId, agent.id)))
  const of = (kind: DraftKind) => {
    const row = rows.find((one) => one.kind === kind)
    return row ? { body: row.body, fileIds: row.fileIds ?? [] } : empty
  }
  return { reply: of('reply'), note: of('note') }
}

/** Keeps what `agent` has typed so far; of a draft without words and files nothing stays. */
export async function keepDraft(tx: Tx, agent: Agent, place: Place, { body, fileIds }: Draft) {
  if (!body.trim() && !fileIds.length) return dropDraft(tx, agent, place)
  const { caseId, kind } = place
  await tx
    .insert(caseDrafts)
    .values({ caseId, kind, agentId: agent.id, body, fileIds, changedAt: now() })
    .onConflictDoUpdate({
      target: [caseDrafts.caseId, caseDrafts.agentId, caseDrafts.kind],
      set: {
        body: brought(caseDrafts.body),
        fileIds: brought(caseDrafts.fileIds),
        changedAt: brought(caseDrafts.changedAt),
      },
    })
}

/** Keeps the words alone, as the page does by itself while somebody types: its files stay as they are. */
export async function keepWords(tx: Tx, agent: Agent, place: Place, body: string) {
  const known = await draftsOf(tx, agent, place.caseId)
  await keepDraft(tx, agent, place, { body, fileIds: known[place.kind].fileIds })
}

/** Throws a draft away: it was sent, or emptied. */
export async function dropDraft(tx: Tx, agent: Agent, place: Place) {
  await tx.delete(caseDrafts).where(at(agent, place))
}
