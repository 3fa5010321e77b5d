import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { ideaById } from '#app/domain/ideas/merged.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { loader as feed } from '#app/routes/ideas/feed.ts'
import { loader as original } from '#app/routes/ideas/original.tsx'
import { loader as show } from '#app/routes/ideas/show.tsx'
import { action as answer, loader as asked } from '#app/routes/me/merge.tsx'
import { action as merge, loader as compare } from '#app/routes/staff/ideas-merge.tsx'
import { action as one } from '#app/routes/staff/merges-one.tsx'
import { action as withdraw, loader as link } from '#app/routes/withdraw.tsx'
import { withdrawToken } from '#app/web/withdraw-token.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { merges } from '#db/schema/merges.ts'
import { answerOf, knock } from '#tests/visit.ts'
import { world } from '#tests/world.ts'

const note = 'Both ask for the same thing.'

async function town() {
  const people = await world()
  const other = await transaction((tx) =>
    publishIdea(tx, people.ben, {
      title: 'A refill point',
      body: 'By weight.',
      categoryId: 'packaging',
      tags: [],
    }),
  )
  return { ...people, other }
}

let house: Awaited<ReturnType<typeof town>>
beforeAll(async () => {
  house = await town()
})

const at = (number: number) => ({ number: String(number) })
const votesOf = async (id: string) => (await ideaById(db, id))!.votesCount
const mergesOf = (sourceId: string) => db.select().from(merges).where(eq(merges.sourceId, sourceId))

const ask = (viewer: Person, words = note) =>
  answerOf(() =>
    merge(
      knock(
        '/',
        { into: String(house.other.number), note: words },
        {
          viewer,
          params: at(house.refillStation.number),
        },
      ),
    ),
  )

test('who may not merge finds no door, and a note too short comes back with what was typed', async () => {
  const { ann, eva, refillStation } = house
  const visit = { viewer: ann, params: at(refillStation.number) }
  expect((await answerOf(() => compare(knock('/', undefined, visit)))).status).toBe(404)
  expect((await ask(ann)).status).toBe(404)
  const short = await ask(eva, 'Why')
  expect(short.status).toBe(400)
  expect(await short.json()).toMatchObject({ initialValue: { note: 'Why' } })
})

test('asked, agreed, merged, led to, withdrawn by the link of a letter, and taken apart', async () => {
  const { ann, ben, eva, mo, refillStation, other } = house
  await transaction((tx) => changeSettings(tx, { mergeConsent: 'ask', threshold: 0 }))
  await transaction((tx) => castVote(tx, mo, refillStation.number))
  expect((await ask(eva)).headers.get('Location')).toMatch(/^\/staff\/merges\//)
  await ask(mo)
  const [row, ...more] = await mergesOf(refillStation.id)
  expect(more).toEqual([])
  const params = { id: row!.id }

  expect((await answerOf(() => asked(knock('/', undefined, { viewer: ben, params })))).status).toBe(
    404,
  )
  const silent = knock('/', { intent: 'refuse', words: '' }, { viewer: ann, params })
  expect((await answerOf(() => answer(silent))).status).toBe(400)
  const agree = { intent: 'agree', words: '' }
  for (const viewer of [ben, mo])
    expect((await answerOf(() => answer(knock('/', agree, { viewer, params })))).status).toBe(404)
  expect(await votesOf(other.id)).toBe(0)
  await answerOf(() => answer(knock('/', agree, { viewer: ann, params })))
  expect(await votesOf(other.id)).toBe(1)

  const old = { params: { ...at(refillStation.number), slug: refillStation.slug } }
  const led = await answerOf(() => show(knock(`/ideas/${refillStation.number}`, undefined, old)))
  expect([led.status, led.headers.get('Location')]).toEqual([
    302,
    `/ideas/${other.number}/${other.slug}?merged=${refillStation.number}`,
  ])
  const news = await answerOf(() => feed(knock('/', undefined, old)))
  expect(news.headers.get('Location')).toBe(`/ideas/${other.number}/feed.xml`)
  const whole = await (await answerOf(() => original(knock('/', undefined, old)))).json()
  expect(whole).toMatchObject({ here: { lives: { title: other.title } }, idea: { votesCount: 1 } })

  const token = withdrawToken(mo.id, row!.id, new Date())
  const byLink = { params: { token } }
  expect(await link(knock('/', undefined, byLink))).toMatchObject({ is: 'brought' })
  expect(await votesOf(other.id)).toBe(1)
  expect(await withdraw(knock('/', { intent: 'withdraw' }, byLink))).toBe('withdrawn')
  expect(await votesOf(other.id)).toBe(0)
  expect(await withdraw(knock('/', { intent: 'restore' }, byLink))).toBe('restored')
  expect(await votesOf(other.id)).toBe(1)
  const wrong = { params: { token: `${token}x` } }
  expect((await answerOf(() => withdraw(knock('/', { intent: 'withdraw' }, wrong)))).status).toBe(
    404,
  )

  const apart = { intent: 'unmerge', note: 'Not the same after all.' }
  await answerOf(() => one(knock('/', apart, { viewer: eva, params })))
  expect(await votesOf(other.id)).toBe(0)
  const again = await answerOf(() => one(knock('/', apart, { viewer: mo, params })))
  expect(again.status).toBe(400)
  const back = await answerOf(() => original(knock('/', undefined, old)))
  expect(back.headers.get('Location')).toBe(`/ideas/${refillStation.number}/${refillStation.slug}`)
})

test('[#47] of two that were merged and taken apart, the one that is hidden since is named nowhere', async () => {
  const { ann, mo, refillStation, other } = house
  const [row] = await mergesOf(refillStation.id)
  const whole = async () => {
    const params = { ...at(other.number), slug: other.slug }
    const page = await answerOf(() => show(knock(`/ideas/${other.number}`, undefined, { params })))
    return page.text()
  }
  const mine = async () => {
    const params = { id: row!.id }
    return answerOf(async () =>
      Response.json(await asked(knock('/', undefined, { viewer: ann, params }))),
    )
  }
  const byLink = () => {
    const params = { token: withdrawToken(mo.id, row!.id, new Date()) }
    return answerOf(async () => Response.json(await link(knock('/', undefined, { params }))))
  }
  const move = (number: number, to: string) =>
    transaction((tx) => moveIdea(tx, mo, number, { to, note: 'So it is.', reason: 'house_rules' }))

  expect(await whole()).toContain(refillStation.title)
  expect([(await mine()).status, (await byLink()).status]).toEqual([200, 200])
  expect(await move(other.number, 'hidden')).toBe('moved')
  expect([(await mine()).status, (await byLink()).status]).toEqual([404, 404])

  expect(await move(other.number, 'voting')).toBe('moved')
  expect(await move(refillStation.number, 'hidden')).toBe('moved')
  expect(await whole()).not.toContain(refillStation.title)
  expect([(await mine()).status, (await byLink()).status]).toEqual([200, 404])
})
