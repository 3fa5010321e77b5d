import { storeImage, type Stored } from '#app/domain/ideas/image-file.server.ts'
import { describeImage, dropImage, keepImage } from '#app/domain/ideas/image.server.ts'
import { slugOf } from '#app/domain/ideas/slug.rules.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import type { RewardValues } from '#app/domain/rewards/edit.form.ts'
import {
  createReward,
  type Reward,
  rewardById,
  type RewardText,
  saveReward,
} from '#app/domain/rewards/edit.server.ts'
import { transaction, type Tx } from '#db/database.server.ts'

/** The photo that came with a form, on disk; why it was refused; `undefined` where none came. */
export const photoIn = async ({ photo }: RewardValues) =>
  photo && storeImage(Buffer.from(await photo.arrayBuffer()), 'reward')

/** What is to be kept: what was said, its dates as moments, and the photo. */
export type Wish = { values: RewardValues; text: RewardText; stored?: Stored }

/** A refusal leaves nothing behind: words and photo are one. */
class Refused extends Error {
  constructor(readonly outcome: string) {
    super(outcome)
  }
}

async function whole<T>(work: (tx: Tx) => Promise<T>) {
  try {
    return await transaction(work)
  } catch (refusal) {
    if (refusal instanceof Refused) return refusal.outcome
    throw refusal
  }
}

/** Makes a reward with its photo: the reward, or why not. */
export const makeReward = (editor: Person, { values, text, stored }: Wish) =>
  whole(async (tx) => {
    const imageId = stored ? await kept(tx, editor, stored, values.photoAlt) : null
    const slug = slugOf(values.titleIt)
    return createReward(tx, editor, { ...text, imageId }, { slug, stock: values.stock })
  })

/** Writes a reward anew, its photo with it: `saved`, or why not. */
export const writeReward = (editor: Person, id: string, { values, text, stored }: Wish) =>
  whole(async (tx) => {
    const before = await rewardById(tx, id)
    if (!before) return undefined
    const imageId = await photoFor(tx, editor, { before, values, stored })
    const { version, stock, stockSeen } = values
    const said = { ...text, imageId, stock: { typed: stock, seen: stockSeen } }
    const outcome = await saveReward(tx, editor, { id, version }, said)
    if (outcome !== 'saved') throw new Refused(outcome ?? 'gone')
    return outcome
  })

type Change = { before: Reward; values: RewardValues; stored?: Stored }

/** The photo that stays or comes: the one it takes the place of is forgotten. */
async function photoFor(tx: Tx, editor: Person, { before, values, stored }: Change) {
  const { photoAlt, removePhoto } = values
  const goes = !!(stored ?? removePhoto)
  const { imageId } = before
  if (imageId) await (goes ? dropImage(tx, imageId) : describeImage(tx, imageId, photoAlt))
  if (stored) return kept(tx, editor, stored, photoAlt)
  return removePhoto ? null : imageId
}

async function kept(tx: Tx, editor: Person, stored: Stored, alt: string) {
  const image = await keepImage(tx, editor.id, stored, { purpose: 'reward', alt })
  if (image === 'quota') throw new Refused(image)
  return image.id
}
