import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const { env: set } = process

const production = set.NODE_ENV === 'production'
const demo = set.GRANAIO_DEMO === '1'
const port = Number(set.PORT ?? 3000)

/** Every setting the server reads, once; README, "Settings", tells what each does. */
export const env = {
  production,
  demo,
  /** Conveniences for trials: never in a production that real people use. */
  trial: demo || !production,
  port,
  host: set.HOST,
  publicUrl: new URL(set.PUBLIC_URL || `http://localhost:${port}`),
  dataFolder: set.DATA_DIR || 'data',
  secret: set.SESSION_SECRET || trialSecret(),
  smtpUrl: set.SMTP_URL,
  mailFrom: set.MAIL_FROM,
  metricsToken: set.METRICS_TOKEN,
  workers: Math.max(1, Math.floor(Number(set.WORKERS ?? 1)) || 1),
  trustProxy: Number(set.TRUST_PROXY ?? 0),
  rateLimitFactor: demo || !production ? Number(set.RATE_LIMIT_FACTOR ?? 1) : 1,
}

function trialSecret() {
  if (production && !demo) return ''
  const folder = set.DATA_DIR || 'data'
  const file = `${folder}/secret`
  mkdirSync(folder, { recursive: true })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

/** Why this configuration must not serve real people; empty when it may. */
export function unsafeSettings() {
  if (env.trial) return []
  const faults = []
  if (!set.PUBLIC_URL)
    faults.push('PUBLIC_URL is missing: links in mails and the Host check need it.')
  if (env.secret.length < 32 || /changeme|secret|password/i.test(env.secret))
    faults.push('SESSION_SECRET is missing or a default: set at least 32 random characters.')
  if (set.METRICS_TOKEN && set.METRICS_TOKEN.length < 16)
    faults.push('METRICS_TOKEN is too short: set at least 16 random characters.')
  if (set.RATE_LIMIT_FACTOR) faults.push('RATE_LIMIT_FACTOR is for trials only.')
  return faults
}
