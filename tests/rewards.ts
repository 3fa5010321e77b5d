import { book } from '#app/domain/points/ledger.server.ts'
import { fingerprintOf, sealed } from '#app/domain/identity/seal.server.ts'
import { newId } from '#db/columns.ts'
import type { Tx } from '#db/database.server.ts'
import { rewardCodes, rewards } from '#db/schema/rewards.ts'

type Given = Partial<typeof rewards.$inferInsert> & { codes?: string[] }

let made = 0

/** A reward that everybody can see, with a pool of codes where `codes` names some. */
export async function offer(tx: Tx, { codes = [], ...given }: Given = {}) {
  const n = ++made
  const [reward] = await tx
    .insert(rewards)
    .values({
      slug: `reward-${n}`,
      kind: codes.length ? 'coupon' : 'prize',
      titleIt: `Premio ${n}`,
      titleEn: `Reward ${n}`,
      textIt: 'Un pensiero dal forno.',
      textEn: 'A thought from the bakery.',
      price: 50,
      stock: codes.length || 10,
      state: 'shown',
      ...given,
    })
    .returning()
  const { id: rewardId } = reward!
  for (const code of codes)
    await tx.insert(rewardCodes).values({
      rewardId,
      sealed: sealed({ what: 'code', of: rewardId }, code),
      fingerprint: fingerprintOf(code),
    })
  return reward!
}

/** Points for some people, by hand. */
export const endow = (tx: Tx, people: { id: string }[], amount: number) =>
  book(
    tx,
    people.map(({ id: personId }) => ({
      ...({ kind: 'grant', personId, amount } as const),
      key: `grant:${newId()}`,
    })),
  )

/** Where a prize may be sent to. */
export const address = {
  ...{ name: 'Gina Bianchi', street: 'Via del Forno 7', postcode: '20121' },
  ...{ city: 'Milano', province: 'MI', country: 'Italia' },
}
