import { spawnSync } from 'node:child_process'
import { root, settings } from './place.ts'

/** Whether `npm run verify` finds nothing wrong in the house of `folder`: its ledger, chain and counters. */
export function proven(folder: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'commands/verify.ts'],
    { cwd: root, env: settings(folder), encoding: 'utf8' },
  )
  if (status) console.warn(`${stdout}${stderr}`.slice(-2_000))
  return status === 0
}
