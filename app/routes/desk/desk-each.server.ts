import type { z } from 'zod'
import { assignEvaluator } from '#app/domain/dossiers/evaluator.server.ts'
import { retagIdea } from '#app/domain/ideas/retag.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import type { BulkForm } from '#app/domain/workflow/move.form.ts'
import { type Tx, transaction } from '#db/database.server.ts'
import { moveOrHide } from './move-or-hide.server.ts'

type Wish = z.infer<typeof BulkForm>

/** One act on each of the ideas, in a transaction of its own, and what became of each. */
export async function actOnEach(member: Person, numbers: number[], wish: Wish) {
  const results: { number: number; outcome: string }[] = []
  for (const number of numbers) {
    const outcome =
      wish.act === 'move'
        ? await moveOne(member, number, wish)
        : await transaction((tx) => act(tx, member, number, wish))
    results.push({ number, outcome: outcome ?? 'gone' })
  }
  return results
}

function act(tx: Tx, member: Person, number: number, wish: Wish) {
  if (wish.act === 'tag') return retagIdea(tx, member, number, { add: wish.tags })
  if (wish.act === 'untag') return retagIdea(tx, member, number, { remove: wish.tags })
  const { evaluator: evaluatorId = '', duty = '' } = wish
  return assignEvaluator(tx, member, number, { evaluatorId, duty })
}

function moveOne(member: Person, number: number, wish: Wish) {
  const { to = '', note, reason, couldChange, official } = wish
  return moveOrHide(member, number, { to, note, reason, couldChange, official: !!official })
}
