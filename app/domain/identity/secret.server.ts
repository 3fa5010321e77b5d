import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * The house's secret: `SESSION_SECRET`, or for trials one that is made once and kept beside the data.
 * Empty in a production that was given none, which then refuses to start.
 */
export function houseSecret() {
  const { SESSION_SECRET, NODE_ENV, GRANAIO_DEMO, DATA_DIR } = process.env
  if (SESSION_SECRET) return SESSION_SECRET
  if (NODE_ENV === 'production' && GRANAIO_DEMO !== '1') return ''
  return trialSecret(DATA_DIR || 'data')
}

function trialSecret(folder: string) {
  const file = `${folder}/secret`
  mkdirSync(folder, { recursive: true })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}
