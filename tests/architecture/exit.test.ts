import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('a run that failed stays one when a PostgreSQL was there', () => {
  const script = "await import('#tests/embedded-postgres.ts'); process.exitCode = 1"
  const { status } = spawnSync(process.execPath, [
    ...['--import', 'tsx', '--input-type=module', '-e', script],
  ])
  expect(status).toBe(1)
})
