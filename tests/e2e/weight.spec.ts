import { expect, type Page, type Response, test } from '@playwright/test'
import { signIn } from './people.ts'

const kB = 1_000
const spaced = '* { line-height: 1.5; letter-spacing: 0.12em; word-spacing: 0.16em }'
const reading = [
  '/',
  '/ideas',
  '/roadmap',
  '/rounds',
  '/rounds/2',
  '/realised',
  '/transparency',
  '/leaderboard',
  '/rewards',
  '/rewards/una-pagnotta',
  '/members/giulia_b',
  '/faq',
  '/faq/quali-sono-gli-orari-dei-negozi',
  '/legal/privacy',
]

const staff = [
  '/staff/ideas',
  '/staff/ideas?view=kanban',
  '/staff/dossiers?view=map',
  '/staff/promises',
  '/staff/rounds/2',
  '/staff/merges',
  '/staff/appeals',
  '/staff/realised',
  '/staff/mentions',
  '/staff/points',
  '/staff/redemptions',
  '/staff/settings/points',
  '/staff/settings/workflow',
  '/staff/settings/workflow/evaluating/moves',
]

/** What a browser received to show a page for the first time, by kind, in bytes of the bodies as sent. */
async function weightOf(page: Page, path: string) {
  const heard: Response[] = []
  const hear = (response: Response) => void heard.push(response)
  page.on('response', hear)
  await page.goto(path, { waitUntil: 'networkidle' })
  // What comes now belongs to nobody who waits for it.
  page.off('response', hear)
  const sent: { kind: string; size: number }[] = []
  for (const response of heard) {
    // What is not there weighs little.
    expect.soft(response.status(), response.url()).toBeLessThan(400)
    const { responseBodySize: size } = await response.request().sizes()
    sent.push({ kind: response.request().resourceType(), size })
  }
  const of = (wanted: string) =>
    sent.filter(({ kind }) => kind === wanted).reduce((sum, { size }) => sum + size, 0)
  return {
    nodes: await page.evaluate(() => document.querySelectorAll('*').length),
    html: of('document'),
    css: of('stylesheet'),
    js: of('script'),
    requests: sent.length,
  }
}

/** Where the first link that fits leads, on a page of the site. */
async function firstLink(page: Page, path: string, selector: string) {
  await page.goto(path)
  const link = page.getByRole('main').locator(selector).first()
  await expect(link, `${selector} on ${path}`).toBeAttached()
  return (await link.getAttribute('href'))!
}

/** Reading pages of all kinds: of ideas the most voted, one in a round, one that took in another; a thing that is real. */
async function readingPaths(page: Page) {
  const merged = await firstLink(page, '/ideas?q=confezione+richiude', ':is(h2, h3) a')
  return [
    ...reading,
    await firstLink(page, '/ideas?sort=top', ':is(h2, h3) a'),
    await firstLink(page, '/rounds/2', '.round-ideas a'),
    merged,
    await firstLink(page, merged, 'a[href$="/original"]'),
    await firstLink(page, '/realised', 'a[href^="/realised/"]'),
  ]
}

for (const who of ['a guest', 'a member'])
  test(`[#164] reading pages are light for ${who}`, async ({ browser, baseURL }) => {
    const visitor = await browser.newContext({ baseURL, locale: 'it-IT' })
    const page = await visitor.newPage()
    if (who === 'a member') await signIn(page, 'member@valdoro.example')
    const paths = await readingPaths(page)
    const { cookies } = await visitor.storageState()
    for (const path of paths) {
      const fresh = await browser.newContext({ baseURL, locale: 'it-IT' })
      await fresh.addCookies(cookies)
      const { nodes, html, css, js, requests } = await weightOf(await fresh.newPage(), path)
      expect.soft(nodes, `nodes of ${path}`).toBeLessThanOrEqual(1_200)
      expect.soft(html, `HTML of ${path}`).toBeLessThanOrEqual(25 * kB)
      expect.soft(css, `CSS of ${path}`).toBeLessThanOrEqual(14 * kB)
      expect.soft(js, `scripts of ${path}`).toBeLessThanOrEqual(6 * kB)
      expect.soft(requests, `requests of ${path}`).toBeLessThanOrEqual(12)
      expect.soft(html, `HTML of ${path} was measured`).toBeGreaterThan(1 * kB)
      await fresh.close()
    }
    await visitor.close()
  })

test('[#164] the pages of the staff keep to their weight', async ({ browser, baseURL }) => {
  test.slow()
  const desk = await browser.newContext({ baseURL, locale: 'it-IT' })
  await signIn(await desk.newPage(), 'admin@valdoro.example')
  const { cookies } = await desk.storageState()
  for (const path of staff) {
    const fresh = await browser.newContext({ baseURL, locale: 'it-IT' })
    await fresh.addCookies(cookies)
    const { html, css, js, requests } = await weightOf(await fresh.newPage(), path)
    expect.soft(html, `HTML of ${path}`).toBeLessThanOrEqual(40 * kB)
    expect.soft(css, `CSS of ${path}`).toBeLessThanOrEqual(25 * kB)
    expect.soft(js, `scripts of ${path}`).toBeLessThanOrEqual(220 * kB)
    expect.soft(requests, `requests of ${path}`).toBeLessThanOrEqual(30)
    await fresh.close()
  }
  await desk.close()
})

test('[#164] the editor, our most interactive page, stays under 130 kB of script', async ({
  page,
}) => {
  await signIn(page, 'member@valdoro.example')
  const { js } = await weightOf(page, '/ideas/new')
  expect(js).toBeLessThanOrEqual(130 * kB)
})

test('[#8] [#9] no page carries a script of its own, and none would run', async ({ page }) => {
  for (const path of ['/', '/ideas', '/join', '/nowhere']) {
    const answer = await page.goto(path)
    const policy = answer!.headers()['content-security-policy']!
    expect(policy).toMatch(/script-src 'self'(;|$)/)
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(part)
    const written = await page
      .locator('script:not([src])')
      .evaluateAll((all) => all.map((script) => (script as HTMLScriptElement).type))
    expect(written.filter((type) => type !== 'application/ld+json')).toEqual([])
  }
})

test('[#62] no other page can put ours in a frame', async ({ page, baseURL }) => {
  const elsewhere = 'http://127.0.0.1:3999'
  const html = (body: string) => ({ contentType: 'text/html', body })
  await page.route(`${elsewhere}/free`, (route) => route.fulfill(html('<form></form>')))
  await page.route(`${elsewhere}/`, (route) =>
    route.fulfill(html(`<iframe src="/free"></iframe><iframe src="${baseURL}/login"></iframe>`)),
  )
  await page.goto(`${elsewhere}/`)
  await expect(page.frameLocator('iframe >> nth=0').locator('form')).toBeAttached()
  await expect.poll(() => page.frames()[2]?.url()).toMatch(/^chrome-error:/)
  await expect(page.frameLocator('iframe >> nth=1').locator('form')).not.toBeAttached()
})

test('[#70] after signing out, going back shows nothing private', async ({ page }) => {
  await signIn(page, 'member@valdoro.example')
  await page.goto('/me/security')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.context().clearCookies({ name: 'granaio_session' })
  await page.goto('/ideas')
  await page.goBack()
  await expect(page).toHaveURL(/\/login/)
})

test('[#163] at 320 px, and with letters spaced out, nothing scrolls sideways', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    baseURL,
    locale: 'it-IT',
    viewport: { width: 320, height: 640 },
    reducedMotion: 'reduce',
    forcedColors: 'active',
  })
  const page = await context.newPage()
  await signIn(page, 'admin@valdoro.example')
  const own = [
    '/ideas/new',
    '/me',
    '/me/settings',
    '/me/notifications',
    '/me/notifications/settings',
    ...staff,
    '/staff/people',
    '/staff/outbox',
  ]
  for (const path of [...(await readingPaths(page)), ...own]) {
    await page.goto(path)
    await page.addStyleTag({ content: spaced })
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect.soft(beyond, path).toBeLessThanOrEqual(0)
  }
  await context.close()
})
