import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startSession } from '#app/domain/identity/session.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { transaction } from '#db/database.server.ts'
import { type House, openHouse, type Stand, standing } from '#tests/house.ts'
import { person } from '#tests/world.ts'

vi.setConfig({ hookTimeout: 120_000 })

let house: House
let stand: Stand
let [zoroaster, quetzal]: Person[] = []
beforeAll(async () => {
  house = await openHouse()
  stand = await standing()
  zoroaster = await transaction((tx) => person(tx, 'zoroaster'))
  quetzal = await transaction((tx) => person(tx, 'quetzal'))
  await transaction((tx) => castVote(tx, quetzal!, stand.refillStation.number))
})
afterAll(() => house.close())

async function pageFor(person: Person | undefined, path: string) {
  const token = person && (await startSession(person.id, '', ''))
  const headers = token ? { Cookie: `granaio_session=${token}` } : undefined
  const answer = await fetch(house.origin + path, { headers })
  expect(answer.status).toBe(200)
  return { html: await answer.text(), kept: answer.headers.get('Cache-Control') }
}

const headerOf = (html: string) => /<header[\s\S]*?<\/header>/.exec(html)![0]

/** The buttons of votes on a page, pressed or not, who is named in its header, and whether it asks to sign in. */
const read = (html: string) => ({
  pressed: [...html.matchAll(/class="vote"[^>]*aria-pressed="(\w+)"/g)].map(([, on]) => on),
  named: ['zoroaster', 'quetzal'].filter((name) => headerOf(html).includes(name)),
  asks: /href="\/login/.test(html),
})

test('two members and a guest who ask at once for a kept page each get their own', async () => {
  const { refillStation } = stand
  for (const path of ['/ideas', `/ideas/${refillStation.number}/${refillStation.slug}`]) {
    await pageFor(undefined, path)
    const crowd = [zoroaster, quetzal, undefined, quetzal, zoroaster]
    const asked = crowd.map((who) => pageFor(who, path))
    const [forZoroaster, forQuetzal, forGuest, again] = await Promise.all(asked)

    const [not, pressed] = [['false'], ['true']]
    expect(read(forZoroaster!.html)).toEqual({ pressed: not, named: ['zoroaster'], asks: false })
    expect(read(forQuetzal!.html)).toEqual({ pressed, named: ['quetzal'], asks: false })
    expect(again!.html).toBe(forQuetzal!.html)
    expect(read(forGuest!.html)).toEqual({ pressed: not, named: [], asks: true })
    expect(forQuetzal!.kept).toBe('private, no-store')
    expect(forGuest!.kept).toMatch(/^public/)
  }
})
