import { houseSecret } from '#app/domain/identity/secret.server.ts'

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
  secret: houseSecret(),
  smtpUrl: set.SMTP_URL,
  mailFrom: set.MAIL_FROM,
  /** What care gets mail at; its cases have addresses of their own below it (`care+…@…`). */
  careAddress: set.CARE_ADDRESS || undefined,
  careImapUrl: set.CARE_IMAP_URL || undefined,
  careMailSecret: set.CARE_MAIL_SECRET || undefined,
  /** As what our own mail server signs what it found out about senders. */
  careMailAuthserv: set.CARE_MAIL_AUTHSERV?.toLowerCase() || undefined,
  metricsToken: set.METRICS_TOKEN,
  workers: Math.max(1, Math.floor(Number(set.WORKERS ?? 1)) || 1),
  trustProxy: Number(set.TRUST_PROXY ?? 0),
  rateLimitFactor: demo || !production ? Number(set.RATE_LIMIT_FACTOR ?? 1) : 1,
}

/** Why this configuration must not serve real people; empty when it may. */
export function unsafeSettings() {
  if (env.trial) return []
  const faults = faultsOfCareMail()
  if (!set.PUBLIC_URL)
    faults.push('PUBLIC_URL is missing: links in mails and the Host check need it.')
  if (env.secret.length < 32 || /changeme|secret|password/i.test(env.secret))
    faults.push('SESSION_SECRET is missing or a default: set at least 32 random characters.')
  if (set.METRICS_TOKEN && set.METRICS_TOKEN.length < 16)
    faults.push('METRICS_TOKEN is too short: set at least 16 random characters.')
  if (set.RATE_LIMIT_FACTOR) faults.push('RATE_LIMIT_FACTOR is for trials only.')
  return faults
}

function faultsOfCareMail() {
  const { CARE_MAIL_SECRET, CARE_ADDRESS } = set
  const faults: string[] = []
  if (CARE_MAIL_SECRET && CARE_MAIL_SECRET.length < 32)
    faults.push('CARE_MAIL_SECRET is too short: set at least 32 random characters.')
  if (CARE_ADDRESS && !/^[^\s@+<>,;:]{1,30}@[\w.-]+$/.test(CARE_ADDRESS))
    faults.push('CARE_ADDRESS must be one plain address without +, such as care@example.org.')
  return faults
}
