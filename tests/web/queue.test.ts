import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { patiently, Unavailable } from '#db/database.server.ts'
import { atMost } from '#app/web/queue.server.ts'

function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}

test('works go on so many at a time, the rest in the order in which they came', async () => {
  const line = atMost(2)
  const gates = [0, 1, 2, 3, 4].map(gate)
  const begun: number[] = []
  const all = gates.map(({ opened }, i) =>
    line(() => {
      begun.push(i)
      return opened
    }),
  )
  await pause(20)
  expect(begun, 'the others wait').toEqual([0, 1])
  gates[1]!.open()
  await expect.poll(() => begun).toEqual([0, 1, 2])
  for (const { open } of gates) open()
  await Promise.all(all)
  expect(begun).toEqual([0, 1, 2, 3, 4])
})

test('[#134] whoever waits in line for too long is told to come again, and keeps nobody’s place', async () => {
  const line = atMost(1)
  const first = gate()
  const running = line(() => first.opened)
  const begun: string[] = []
  const impatient = patiently(50, () => line(async () => void begun.push('impatient')))
  const patient = patiently(20_000, () => line(async () => void begun.push('patient')))
  await expect(impatient).rejects.toThrow(Unavailable)
  expect(begun).toEqual([])
  first.open()
  await Promise.all([running, patient])
  await line(async () => void begun.push('next'))
  expect(begun).toEqual(['patient', 'next'])
})

test('whose turn comes just when they leave gives it to the next', async () => {
  const line = atMost(1)
  const { open, opened } = gate()
  const running = line(() => opened)
  open()
  const late = patiently(0, () => line(async () => 'late'))
  await expect(late).rejects.toThrow(Unavailable)
  await running
  let inside = 0
  const works = [1, 2, 3].map((n) =>
    line(async () => {
      expect(++inside).toBe(1)
      await pause(1)
      inside--
      return n
    }),
  )
  expect(await Promise.all(works)).toEqual([1, 2, 3])
})

test('beyond two hundred in line nobody is let in', async () => {
  const line = atMost(1)
  const { open, opened } = gate()
  const all = Array.from({ length: 201 }, () => line(() => opened))
  await expect(line(() => opened)).rejects.toThrow(Unavailable)
  open()
  await Promise.all(all)
})
