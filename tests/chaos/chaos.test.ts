import { existsSync, statSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { filesIn } from '#tests/files.ts'
import { asked, killed, second } from './parts-deaths.ts'
import { full } from './parts-disks.ts'
import { backedUp } from './parts-others.ts'
import { leave, server } from './place.ts'
import { isGood, type Row } from './table.ts'

afterAll(leave)

/** These live and die with the built server; a build older than the sources would prove nothing. */
function staleBuild() {
  if (!existsSync(server)) return 'there is no build (npm run build)'
  const built = statSync(server).mtimeMs
  const newer = ['app', 'db']
    .flatMap((folder) => filesIn(folder, /\.tsx?$/))
    .find((file) => statSync(file).mtimeMs > built)
  return newer && `the build is older than ${newer}`
}

const stale = staleBuild()

test.each<[string, () => Promise<Row>]>([
  [
    '[#125 #80] killed three times while people act, the house loses nothing that it said yes to',
    () => killed(3, false),
  ],
  [
    '[#122] asked to end while people act, it answers all that was begun, within ten seconds',
    () => asked(2),
  ],
  ['[#130] with a full disk it reads on, keeps what was typed, and recovers by itself', full],
  ['[#135] a second one on the same file is turned away', second],
  ['[#137 #138] a backup made while people vote comes back on an empty folder', backedUp],
])('%s', { timeout: 90_000 }, async (title, part) => {
  const row = stale ? undefined : await part()
  const why = stale ?? row?.skipped
  if (!row || why) return console.warn(`skipped ${title}: ${why}`)
  expect(row, row.notes).toSatisfy(isGood)
})
