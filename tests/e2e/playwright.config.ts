import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findBrowser } from './browser.ts'
import { careAddress, careMailSecret } from './care-mail.ts'

const port = Number(process.env.E2E_PORT ?? 3900)
const smtpPort = port + 1
process.env.E2E_SMTP_PORT = String(smtpPort)
process.env.E2E_DATA ??= mkdtempSync(join(tmpdir(), 'granaio-e2e-'))
const folder = process.env.E2E_DATA
const root = new URL('../..', import.meta.url).pathname

/** The built site with its demo story, in a folder of its own, and a browser in front of it. */
export default defineConfig({
  testDir: '.',
  globalSetup: './post-office.ts',
  outputDir: join(root, 'test-results'),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  retries: 0,
  reporter: 'line',
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 900 },
    locale: 'it-IT',
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'npx tsx commands/demo.ts && exec node build/server/index.js',
    cwd: root,
    url: `http://localhost:${port}/healthz`,
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      NODE_ENV: 'production',
      GRANAIO_DEMO: '1',
      PORT: String(port),
      DATA_DIR: folder,
      DATABASE_URL: `file:${join(folder, 'granaio.db')}`,
      RATE_LIMIT_FACTOR: '100',
      LOG_LEVEL: 'warn',
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      CARE_ADDRESS: careAddress,
      CARE_MAIL_SECRET: careMailSecret,
    },
  },
})
