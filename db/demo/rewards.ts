import sharp from 'sharp'
import { storeImage, type Stored } from '#app/domain/ideas/image-file.server.ts'
import { keepImage } from '#app/domain/ideas/image.server.ts'
import { createReward } from '#app/domain/rewards/edit.server.ts'
import { standingsBefore, findReward } from '#app/domain/rewards/catalogue.server.ts'
import { addCodes } from '#app/domain/rewards/pool.server.ts'
import { redeemReward } from '#app/domain/rewards/redeem.server.ts'
import { moveRedemption } from '#app/domain/rewards/redemption.server.ts'
import type { Tx } from '../doors.ts'
import { type Act, latest, type Stage } from './acts.ts'
import { chanceOf, shuffled } from './chance.ts'
import { rewardDrawings } from './reward-drawings.ts'
import { type DemoReward, rewards } from './reward-stories.ts'
import { type DemoWish, wishes } from './reward-wishes.ts'

const hour = 3_600_000
const day = 24 * hour
const editor = 'irene_forno'
const begunDaysAgo = 345

/** The rewards of the bakery, who took them, and what the desk did: each at its moment. */
export async function rewardActs(stage: Stage): Promise<Act[]> {
  const begun = begunDaysAgo * day
  const made = await Promise.all(
    rewards.map(async (reward, position) => {
      const picture = await pictureOf(reward.slug)
      return {
        at: stage.today.getTime() - begun + position * hour,
        done: (tx: Tx) => make(tx, stage, { ...reward, position }, picture),
      }
    }),
  )
  return [...made, ...wishes.flatMap((wish, i) => wishActs(stage, wish, i))]
}

async function pictureOf(slug: string) {
  const svg = rewardDrawings[slug]!
  const png = await sharp(Buffer.from(svg)).png({ compressionLevel: 3 }).toBuffer()
  const stored = await storeImage(png, 'reward')
  if (typeof stored === 'string') throw new Error(`The picture of ${slug} is ${stored}`)
  return stored
}

async function make(
  tx: Tx,
  stage: Stage,
  story: DemoReward & { position: number },
  picture: Stored,
) {
  const { slug, stock, codes, opensIn, ...said } = story
  const maker = stage.cast.get(editor)!
  const image = await keepImage(tx, maker.id, picture, { purpose: 'reward', alt: said.imageAlt })
  if (image === 'quota') throw new Error('The editor holds too many pictures')
  const reward = await createReward(
    tx,
    maker,
    {
      ...plain,
      ...said,
      imageId: image.id,
      opensAt: opensIn ? new Date(stage.today.getTime() + opensIn * day) : null,
    },
    { slug, stock },
  )
  if (reward === 'not-allowed') throw new Error(`${editor} may make no rewards`)
  if (codes) await addCodes(tx, maker, reward.id, codesOf(slug, codes))
}

const plain = {
  ...{ state: 'shown' as const, termsIt: '', termsEn: '', level: 0, opensAt: null, closesAt: null },
  ...{ perMember: null, needsApproval: false, goal: null, costCents: null, imageAlt: '' },
}

function codesOf(slug: string, amount: number) {
  const chance = chanceOf(slug)
  const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ23456789']
  const some = (n: number) =>
    Array.from({ length: n }, () => letters[Math.floor(chance() * letters.length)]).join('')
  return Array.from({ length: amount }, (_, row) => ({ row, code: `PANE-${some(4)}-${some(4)}` }))
}

function wishActs(stage: Stage, wish: DemoWish, i: number): Act[] {
  const when = (daysAgo: number, hours: number) =>
    Math.min(stage.today.getTime() - daysAgo * day + hours * hour, latest(stage))
  let redeemed = ''
  const taken = {
    at: when(wish.daysAgo, 8 + (i % 3)),
    done: async (tx: Tx) => (redeemed = await take(tx, stage, wish, i)),
  }
  const steps = (wish.steps ?? []).map(({ to, daysAgo, ...said }) => ({
    at: when(daysAgo, 11),
    done: async (tx: Tx) => {
      const outcome = await moveRedemption(tx, stage.cast.get(editor)!, { id: redeemed, to }, said)
      if (outcome !== 'moved') throw new Error(`${wish.slug} did not come to ${to}: ${outcome}`)
    },
  }))
  return [taken, ...steps]
}

async function take(tx: Tx, stage: Stage, story: DemoWish, i: number) {
  const { slug } = story
  const reward = (await findReward(tx, slug))!
  const member = await takerOf(tx, stage, story, i)
  const address = reward.kind === 'prize' ? { ...street, name: member.displayName } : undefined
  const wish = { slug, key: `story-${slug}-${i}-of-the-demo`, address }
  const redeemed = await redeemReward(tx, member, wish)
  if (redeemed?.is === 'redeemed') return redeemed.id
  throw new Error(`${member.handle} did not get ${slug}: ${redeemed?.is}`)
}

/** Those who speak are asked in a random order; the first who can, would. */
async function takerOf(tx: Tx, { cast }: Stage, { slug, by }: DemoWish, i: number) {
  const reward = (await findReward(tx, slug))!
  const members = [...cast.values()].filter(({ roles }) => !roles.length).slice(0, 60)
  const asked = by ? [cast.get(by)!] : shuffled(members.slice(1), chanceOf(`${slug} ${i}`))
  for (const member of asked)
    if ((await standingsBefore(tx, member.id, [reward])).get(reward.id)?.is === 'can') return member
  throw new Error(`Nobody could take ${slug}`)
}

const street = {
  street: 'Via del Mulino 8',
  postcode: '12345',
  city: 'Ponte Vereno',
  province: 'PV',
  country: 'Italia',
}
