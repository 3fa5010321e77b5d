import { appeal } from '#app/domain/appeals/appeal.server.ts'
import { decideAppeal, decideResubmission } from '#app/domain/appeals/decide.server.ts'
import { findReceipt } from '#app/domain/appeals/receipt.server.ts'
import { resubmit } from '#app/domain/appeals/resubmission.server.ts'
import type { Idea } from '#app/domain/ideas/idea.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { transaction, type Tx } from '../database.server.ts'
import { at } from '../time.ts'
import type { Stage } from './acts.ts'
import { appealStories, type AfterNo } from './appeal-stories.ts'

const day = 86_400_000

/** What authors did after a no: two appeals with their answer, one that waits, and new words that wait. */
export async function tellAppeals(stage: Stage, found: (title: string) => Idea) {
  for (const { idea, author, acts } of appealStories) {
    const { number } = found(idea)
    const whose = stage.cast.get(author)!
    for (const act of acts)
      await at(new Date(stage.today.getTime() - act.daysAgo * day), () =>
        transaction((tx) => play(tx, stage, { whose, number }, act)),
      )
  }
}

type Place = { whose: Person; number: number }

async function play(tx: Tx, { cast }: Stage, { whose, number }: Place, act: AfterNo) {
  if (act.does === 'refuse') {
    const { by, note, reason, couldChange } = act
    const wish = { to: 'declined', note, reason, couldChange, official: true }
    return expect('moved', moveIdea(tx, cast.get(by)!, number, wish))
  }
  const receipt = (await findReceipt(tx, whose, number))!
  const decision = receipt.decision.id
  const from = receipt.idea.status
  if (act.does === 'appeal')
    return expect('appealed', appeal(tx, whose, number, { decision, body: act.body }))
  if (act.does === 'resubmit') {
    const { title, body, tags } = { ...receipt.text, ...act.text }
    const text = { title, body, tags, categoryId: receipt.text.categoryId }
    const sent = { decision, text, message: act.message }
    return expect('resubmitted', resubmit(tx, whose, number, sent))
  }
  const { by, answer, note = '' } = act
  if (act.does === 'turn-down') {
    const id = receipt.resubmissions.at(-1)!.id
    const { reason, couldChange } = act
    const wish = { outcome: 'refused' as const, answer, note, from, reason, couldChange }
    return expect('refused', decideResubmission(tx, cast.get(by)!, id, wish))
  }
  const { does: outcome } = act
  const wish = { outcome, answer, note, from }
  return expect(outcome, decideAppeal(tx, cast.get(by)!, receipt.appeal!.id, wish))
}

async function expect(outcome: string, doing: Promise<unknown>) {
  const came = await doing
  if (came !== outcome) throw new Error(`The story stumbled: ${outcome}, ${String(came)}`)
}
