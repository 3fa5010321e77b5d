import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { RewardForm, type RewardValues } from '#app/domain/rewards/edit.form.ts'
import type { Reward } from '#app/domain/rewards/edit.server.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { textSaid } from './editor.server.ts'
import { previewed } from './preview.server.ts'
import { refusalOf } from './refusals.ts'
import { makeReward, photoIn, type Wish, writeReward } from './save.server.ts'

/** What the form of the editor asks for: the preview, a new reward, or the one that there is, anew. */
export async function actOnReward(request: Request, editor: Person, reward?: Reward) {
  const form = await read(request, RewardForm)
  if (form.reply) return invalid(form.reply)
  const { values } = form
  const { text, errors } = await textSaid(values, reward?.imageId ?? null)
  if (!text) return form.refuse(errors)
  if (values.intent === 'preview') return previewed({ request, values, text, reward })
  const came = await kept(editor, { values, text }, reward)
  return 'done' in came
    ? back(`/staff/rewards/${came.done}`, reward ? 'reward-saved' : 'reward-created')
    : form.refuse(came.errors)
}

function missingIn(values: RewardValues, reward?: Reward) {
  if (hasPhoto(values, reward) && !values.photoAlt) return 'no-alt'
  return !reward && values.kind === 'coupon' && values.state === 'shown' ? 'no-codes' : undefined
}

const hasPhoto = ({ photo, removePhoto }: RewardValues, reward?: Reward) =>
  !!photo || (!!reward?.imageId && !removePhoto)

type Came = { done: string } | { errors: Record<string, string> }

async function kept(editor: Person, said: Wish, reward?: Reward): Promise<Came> {
  const missing = missingIn(said.values, reward)
  if (missing) return { errors: refusalOf(missing) }
  const stored = await photoIn(said.values)
  if (typeof stored === 'string') return { errors: { photo: `identity:avatar.${stored}` } }
  const outcome = await written(editor, { ...said, stored }, reward)
  return typeof outcome === 'string' ? { errors: refusalOf(outcome) } : { done: outcome.id }
}

async function written(editor: Person, wish: Wish, reward?: Reward) {
  if (!reward) return makeReward(editor, wish)
  const outcome = await writeReward(editor, reward.id, wish)
  return outcome === 'saved' ? reward : (outcome ?? 'gone')
}
