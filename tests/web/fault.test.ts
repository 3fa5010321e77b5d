import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { ask } from '#app/domain/jobs/job.server.ts'
import { transaction } from '#db/database.server.ts'
import { type House, openHouse, standing } from '#tests/house.ts'

const broken = vi.hoisted(() => ({ by: '' }))
vi.mock('#app/domain/ideas/roadmap.server.ts', async (original) => {
  const real = await original<typeof import('#app/domain/ideas/roadmap.server.ts')>()
  return {
    ...real,
    roadmap: (...asked: Parameters<typeof real.roadmap>) => {
      if (broken.by === 'loader') throw new Error('select secret from cellar')
      return real.roadmap(...asked)
    },
  }
})
vi.mock('#app/ui/roadmap.tsx', async (original) => {
  const real = await original<typeof import('#app/ui/roadmap.tsx')>()
  return {
    ...real,
    Roadmap: (props: Parameters<typeof real.Roadmap>[0]) => {
      if (broken.by === 'render') throw new Error('no shelf in the cellar')
      return real.Roadmap(props)
    },
  }
})

let house: House
const errors: Record<string, unknown>[] = []

beforeAll(async () => {
  house = await openHouse()
  await standing()
  const { log } = await import('#app/web/log.server.ts')
  vi.spyOn(log, 'error').mockImplementation((...said) => void errors.push(said[0] as never))
})
beforeEach(() => void errors.splice(0))
afterAll(() => house.close())

const get = async (path: string, language = 'en') => {
  const answer = await fetch(house.origin + path, { headers: { 'Accept-Language': language } })
  return { status: answer.status, text: await answer.text() }
}

// Each in a language of its own: a page that was made once is served from memory.
test.each([
  ['loader', 'en'],
  ['render', 'it'],
])(
  '[#121 #147] a mistake in a %s is a 500 with a number that stands in the log, once, and no more of it',
  async (by, language) => {
    broken.by = by
    const { status, text } = await get('/roadmap', language)
    broken.by = ''
    expect(status).toBe(500)
    expect(errors).toHaveLength(1)
    expect(text).toContain(String(errors[0]!.id))
    expect(text).not.toMatch(/cellar|node_modules|\.tsx?:\d/)
    expect((await get('/roadmap', language)).status).toBe(200)
  },
)

test('[#121] a mistake in a job is told once and the other jobs are done', async () => {
  await transaction((tx) => ask(tx, 'digest', 'broken', { payload: { day: 'no day' } }))
  await transaction((tx) => ask(tx, 'tell', 'senseless', { payload: {} }))
  const { workThrough } = await import('#app/clock.server.ts')
  await workThrough(undefined)
  expect(errors.filter(({ kind }) => kind === 'tell')).toHaveLength(1)
  expect((await get('/ideas')).status).toBe(200)
})

test('[#121] a mistake that nobody caught is told once and ends nothing', async () => {
  const { outliveMistakes } = await import('#app/goodbye.server.ts')
  const before = process.listenerCount('uncaughtException')
  outliveMistakes()
  const mine = process.listeners('uncaughtException').at(-1)!
  mine(new Error('nobody caught me'), 'uncaughtException')
  expect(errors).toHaveLength(1)
  process.removeListener('uncaughtException', mine)
  process.removeListener('unhandledRejection', process.listeners('unhandledRejection').at(-1)!)
  expect(process.listenerCount('uncaughtException')).toBe(before)
})
