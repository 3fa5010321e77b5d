import { spawnSync } from 'node:child_process'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { SetUpForm } from '#app/domain/identity/set-up.form.ts'
import { BrandStyle } from '#app/ui/brand-style.tsx'

const root = new URL('../..', import.meta.url).pathname
afterEach(() => vi.unstubAllEnvs())

/** Runs TypeScript in a process of its own, with only these settings. */
const run = (words: string[], settings: Record<string, string>) =>
  spawnSync(process.execPath, ['--import', 'tsx', ...words], {
    cwd: root,
    env: { PATH: process.env.PATH, ...settings } as unknown as NodeJS.ProcessEnv,
    encoding: 'utf8',
  })

const safe = { NODE_ENV: 'production', PUBLIC_URL: 'https://ideas.example.org' }
test.each([
  ['no secret', safe],
  [
    'a secret that everybody knows',
    { ...safe, SESSION_SECRET: 'changeme-changeme-changeme-changeme' },
  ],
  ['a short secret', { ...safe, SESSION_SECRET: 'k3!' }],
  ['no address', { NODE_ENV: 'production', SESSION_SECRET: 'f'.repeat(40) }],
  ['raised limits', { ...safe, SESSION_SECRET: 'f'.repeat(40), RATE_LIMIT_FACTOR: '100' }],
])('[#41] production with %s does not start, and says why', (_what, settings) => {
  const { status, stderr } = run(['app/server.ts'], settings)
  expect(status).toBe(78)
  expect(stderr).toMatch(
    /not safe for production.\n- (SESSION_SECRET|PUBLIC_URL|RATE_LIMIT_FACTOR)/,
  )
})

test('[#17] whatever a visitor sends, a log entry is one line of JSON', () => {
  const path = '/a\r\n{"level":60}\u001b[31m\u2028'
  const say = `import { log } from '#app/web/log.server.ts'; log.warn({ path: ${JSON.stringify(path)} })`
  const { stdout } = run(['--input-type=module', '-e', say], {})
  expect(stdout.trimEnd().split('\n')).toHaveLength(1)
  expect(JSON.parse(stdout)).toMatchObject({ path })
  expect(stdout).not.toContain('\u001b')
})

test.each([
  ['https://ideas.example.org', /^__Host-session=t; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/],
  ['http://localhost:3000', /^granaio_session=t; .*Path=\/; HttpOnly; SameSite=Lax$/],
])('[#32] a cookie of %s belongs to that host alone', async (address, flags) => {
  vi.stubEnv('PUBLIC_URL', address)
  vi.resetModules()
  const { cookie } = await import('#app/web/cookie.server.ts')
  expect(cookie('session', 't', 60)).toMatch(flags)
})

test.each([
  'red;}body{display:none',
  'url(//evil.example)',
  '</style><script>alert(1)</script>',
  'expression(alert(1))',
  '@import "//evil.example"',
  '#12345g',
])('[#15] %j is no colour of a brand: neither kept nor written', (accent) => {
  const refused = SetUpForm.safeParse({ accent }).error!.issues
  expect(refused.some(({ path }) => path[0] === 'accent')).toBe(true)
  expect(renderToStaticMarkup(BrandStyle({ accent }))).toBe('')
})
