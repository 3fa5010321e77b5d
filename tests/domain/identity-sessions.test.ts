import { afterEach, expect, test, vi } from 'vitest'
import { findSession, startSession } from '#app/domain/identity/session.server.ts'
import { world } from '#tests/world.ts'

const second = 1_000
const day = 86_400_000
const signedInAt = new Date('2026-03-01T10:00:00Z').getTime()

afterEach(() => void vi.useRealTimers())

/** A member who signed in on the 1st of March; `clock(ms)` puts the time so long after. */
async function signedIn() {
  const { ann } = await world()
  vi.useFakeTimers({ toFake: ['Date'], now: signedInAt })
  const token = await startSession(ann.id, 'Firefox', '10.0.0.1')
  const clock = (ms: number) => void vi.setSystemTime(signedInAt + ms)
  return { token, clock }
}

test('[#21] a device that is not used is signed out after 30 days, to the second', async () => {
  const one = await signedIn()
  one.clock(30 * day + second)
  expect(await findSession(one.token)).toBeUndefined()
  vi.useRealTimers()
  const other = await signedIn()
  other.clock(30 * day - second)
  expect(await findSession(other.token)).toBeDefined()
})

test('[#21] however much a device is used, it is signed out after 90 days, to the second', async () => {
  const { token, clock } = await signedIn()
  for (let days = 10; days < 90; days += 10) {
    clock(days * day)
    expect(await findSession(token)).toBeDefined()
  }
  clock(90 * day - second)
  expect(await findSession(token)).toBeDefined()
  clock(90 * day + second)
  expect(await findSession(token)).toBeUndefined()
})

test('[#123] a clock that jumps back signs nobody out, and keeps no session longer', async () => {
  const { token, clock } = await signedIn()
  clock(-365 * day)
  expect(await findSession(token)).toBeDefined()
  clock(91 * day)
  expect(await findSession(token)).toBeUndefined()
})
