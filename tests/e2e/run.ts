import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findBrowser } from './browser.ts'

/** The end-to-end tests on a build of now: the story is told while that is made. */
const folder = mkdtempSync(join(tmpdir(), 'granaio-e2e-'))
process.exitCode = 1
try {
  console.log(`Browser: ${findBrowser()}`)
  const house = { DATA_DIR: folder, DATABASE_URL: `file:${join(folder, 'granaio.db')}` }
  const env = { ...process.env, ...house, GRANAIO_DEMO: '1' }
  const run = promisify(execFile)
  await Promise.all([run('npm', ['run', 'build']), run('npm', ['run', 'story'], { env })])
  process.env.E2E_DATA = folder
  const config = ['--config', 'tests/e2e/playwright.config.ts']
  const words = ['playwright', 'test', ...config, ...process.argv.slice(2)]
  process.exitCode = spawnSync('npx', words, { stdio: 'inherit' }).status ?? 1
} catch (error) {
  console.error((error as Error).message)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
