import type { Read } from '#db/database.server.ts'
import { accountFaults } from './proof-accounts.server.ts'
import { chainFaults } from './proof-chain.server.ts'
import { pendingFaults } from './proof-pending.server.ts'
import { scoreFaults } from './proof-scores.server.ts'
import type { Wrong } from './proof.rules.ts'

/** Enough to tell apart what is wrong from what was just being written. */
const mostRemembered = 10_000

/**
 * Proves the ledger: the chain whole and without gaps, each answer fitting what it answers, what waits,
 * every account, vintage and score the sum of its entries, and both sides equal. In pages, in any size.
 * What is written meanwhile looks wrong for a moment: only what is so twice is told.
 */
export async function* ledgerFaults(db: Read): AsyncGenerator<Wrong> {
  for (const prove of [chainFaults, pendingFaults, accountFaults, scoreFaults]) {
    const seen = new Set<string>()
    for await (const wrong of prove(db)) if (seen.size < mostRemembered) seen.add(nameOf(wrong))
    if (!seen.size) continue
    for await (const wrong of prove(db)) if (seen.has(nameOf(wrong))) yield wrong
  }
}

const nameOf = ({ counter, of, stored, counted }: Wrong) => [counter, of, stored, counted].join(' ')
