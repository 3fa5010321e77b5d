import { eq } from 'drizzle-orm'
import { db, transaction } from '#db/database.server.ts'
import { mentions } from '#db/schema/mentions.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { triage, type TriageAct } from './triage.server.ts'

/** What became of one of the mentions that were picked. */
export type TriageResult = { id: string; title: string; outcome: string }

/**
 * The same for each of the mentions, in a transaction of its own: what one refuses holds up none of the
 * others. `gone` where there is no such mention.
 */
export async function triageEach(
  agent: Person,
  picks: { id: string; seen: number }[],
  wish: TriageAct,
): Promise<TriageResult[]> {
  const results: TriageResult[] = []
  for (const pick of new Map(picks.map((each) => [each.id, each])).values()) {
    const [mention] = await db
      .select({ title: mentions.title, body: mentions.body, author: mentions.author })
      .from(mentions)
      .where(eq(mentions.id, pick.id))
    const outcome = mention && (await transaction((tx) => triage(tx, agent, pick, wish)))
    const title = mention ? (mention.title || mention.body || mention.author).slice(0, 80) : ''
    results.push({ id: pick.id, title, outcome: outcome ?? 'gone' })
  }
  return results
}
