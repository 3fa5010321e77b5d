import { afterEach, expect, test } from 'vitest'
import { openChild, ask, endAll } from '#tests/children/run.ts'
import { world } from '#tests/world.ts'

afterEach(endAll)

const percentile = (all: number[], part: number) =>
  all.sort((one, other) => one - other)[Math.floor(all.length * part)]!

test(
  '[#117] twenty heavy questions at once keep nobody else waiting',
  { timeout: 120_000 },
  async () => {
    await world()
    const house = await openChild()
    const heavy = [
      (i: number) => `/ideas?q=refill+${i}`,
      (i: number) => `/ideas/similar?title=refill+station+${i}`,
      (i: number) => `/ideas?tag=tag-${i}`,
      (i: number) => `/ideas?q=station+${i}&page=2`,
    ]
    await ask(house, '/')
    let over = false
    let asked = 0
    const crowd = Array.from({ length: 20 }, async (_, i) => {
      while (!over) {
        const { status } = await ask(house, heavy[i % heavy.length]!(asked++))
        expect(status).toBe(200)
      }
    })
    const waits: number[] = []
    for (let i = 0; i < 60; i++) waits.push((await ask(house, '/ideas')).ms)
    over = true
    await Promise.all(crowd)
    expect(asked).toBeGreaterThan(20)
    expect(percentile(waits, 0.95)).toBeLessThan(300)
  },
)
