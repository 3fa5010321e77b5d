import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startSession } from '#app/domain/identity/session.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { transaction } from '#db/database.server.ts'
import { type House, openHouse, type Stand, standing } from '#tests/house.ts'

vi.setConfig({ hookTimeout: 120_000 })

let house: House
let stand: Stand
beforeAll(async () => {
  house = await openHouse()
  stand = await standing()
  await transaction((tx) => castVote(tx, stand.ben, stand.refillStation.number))
})
afterAll(() => house.close())

async function pageFor(person: Person | undefined, path: string) {
  const token = person && (await startSession(person.id, '', ''))
  const headers = token ? { Cookie: `granaio_session=${token}` } : undefined
  const answer = await fetch(house.origin + path, { headers })
  expect(answer.status).toBe(200)
  return { html: await answer.text(), kept: answer.headers.get('Cache-Control') }
}

/** The buttons of votes on a page, pressed or not, and whose face the header shows. */
const read = (html: string) => ({
  pressed: [...html.matchAll(/class="vote"[^>]*aria-pressed="(\w+)"/g)].map(([, on]) => on),
  asks: /href="\/login/.test(html),
})

test('two members and a guest who ask at once for a kept page each get their own', async () => {
  const { ann, ben, refillStation } = stand
  for (const path of ['/ideas', `/ideas/${refillStation.number}/${refillStation.slug}`]) {
    await pageFor(undefined, path)
    const asked = [ann, ben, undefined, ben, ann].map((who) => pageFor(who, path))
    const [forAnn, forBen, forGuest, again] = await Promise.all(asked)

    expect(forAnn!.html).toContain(ann.displayName)
    expect(read(forAnn!.html)).toEqual({ pressed: ['false'], asks: false })
    expect(read(forBen!.html)).toEqual({ pressed: ['true'], asks: false })
    expect(again!.html).toBe(forBen!.html)
    expect(read(forGuest!.html)).toEqual({ pressed: ['false'], asks: true })
    expect(forBen!.kept).toBe('private, no-store')
    expect(forGuest!.kept).toMatch(/^public/)
  }
})
