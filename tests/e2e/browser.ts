import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const installed = () =>
  [
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((path) => !!path && existsSync(path))

/** Debian's package, where we may install it: as root, on a machine that has apt. */
function install() {
  const may = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  if (!may) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const words of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ])
    execFileSync('apt-get', words, { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** The path of a Chromium: the one of CHROMIUM_PATH, Playwright's own, the system's, or one installed now. */
export function findBrowser() {
  if (!installed()) install()
  const path = installed()
  if (path) return path
  throw new Error(
    'No browser found: install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  )
}
