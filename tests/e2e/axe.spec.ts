import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { propose, signIn, somebody, unique } from './people.ts'

const pages = {
  visitor: [
    '/',
    '/ideas',
    '/ideas?sort=top&status=voting',
    '/ideas?q=pane',
    '/ideas?q=zzzz',
    '/roadmap',
    '/realised',
    '/rounds',
    '/rounds/2',
    '/rounds/3',
    '/transparency',
    '/members/giulia_b',
    '/legal/privacy',
    '/legal/terms',
    '/legal/accessibility',
    '/join',
    '/login',
    '/forgot',
    '/reset/none',
    '/verify/none',
    '/join/sent',
    '/nowhere',
  ],
  member: [
    '/ideas',
    '/ideas/new',
    '/me',
    '/me/profile',
    '/me/ideas',
    '/me/votes',
    '/me/comments',
    '/me/followed',
    '/me/notifications',
    '/me/notifications/settings',
    '/me/settings',
    '/me/security',
    '/me/proof',
  ],
  staff: [
    '/staff/ideas?status=voting',
    '/staff/ideas?view=kanban',
    '/staff/keys',
    '/staff/dossiers?view=open',
    '/staff/dossiers?view=map',
    '/staff/promises',
    '/staff/rounds',
    '/staff/rounds/new',
    '/staff/rounds/2',
    '/staff/rounds/2/publication',
    '/staff/rounds/3',
    '/staff/merges',
    '/staff/merges?show=done',
    '/staff/appeals',
    '/staff/realised',
    '/staff/people',
    '/staff/people/giulia_b',
    '/staff/outbox',
  ],
  admin: [
    '/staff/settings',
    '/staff/settings/workflow',
    '/staff/settings/workflow/new',
    '/staff/settings/workflow/thresholds',
    '/staff/settings/workflow/evaluating',
    '/staff/settings/workflow/evaluating/moves',
    '/staff/settings/workflow/archived/retirement',
    '/staff/settings/calendar',
    '/staff/settings/criteria',
    '/staff/settings/appeals',
    '/staff/settings/merges',
  ],
}
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Where the first link that fits leads, on a page of the site. */
async function firstLink(page: Page, path: string, selector: string) {
  await page.goto(path)
  const link = page.getByRole('main').locator(selector).first()
  await expect(link, `${selector} on ${path}`).toBeAttached()
  return (await link.getAttribute('href'))!
}

/** An idea with an answer, its history and its report form, and one that a round takes. */
async function ideaPaths(page: Page) {
  const answered = await firstLink(page, '/ideas?answered=1', ':is(h2, h3) a')
  const short = answered.split('/').slice(0, 3).join('/')
  const inRound = await firstLink(page, '/rounds/2', '.round-ideas a')
  return [answered, `${short}/history`, `${short}/flags`, inRound]
}

/** Ideas; the two of a merge, and a thing that is real. */
async function publicPaths(page: Page) {
  const merged = await firstLink(page, '/ideas?q=confezione+richiude', ':is(h2, h3) a')
  const original = await firstLink(page, merged, 'a[href$="/original"]')
  const real = await firstLink(page, '/realised', 'a[href^="/realised/"]')
  return [...(await ideaPaths(page)), merged, original, real]
}

/** A refused idea of the member's with what may be done about it; the merge they are asked about. */
async function ownPaths(page: Page, browser: Browser) {
  const title = unique('Un forno in ogni cortile')
  const number = /\d+/.exec(await propose(page, title, 'communication'))![0]
  const staff = await somebody(browser, true, 'evaluator@valdoro.example')
  await staff.goto(`/staff/ideas?idea=${number}`)
  await staff.locator('#move-to').selectOption('declined')
  await staff.locator('#move-reason').selectOption('not_feasible')
  await staff.locator('#move-note').fill('Un forno acceso in cortile non è in regola.')
  await staff.locator('#composer button').click()
  await expect(staff.locator('#fresh')).toContainText(title)
  const asked = 'tr:has-text("Prenotare il pane") a[href^="/staff/merges/"]'
  const merge = await firstLink(staff, '/staff/merges?show=asked', asked)
  await staff.context().close()
  const decision = `/me/ideas/${number}/decision`
  const acts = [`${decision}/resubmission`, `${decision}/appeal`]
  return [decision, ...acts, merge.replace('/staff/', '/me/')]
}

/** The rooms of the staff beside an idea, one of each. */
async function deskPaths(page: Page) {
  const row = await firstLink(page, '/staff/ideas?status=voting', '[data-row] a')
  const number = new URLSearchParams(row.split('?')[1]).get('idea')
  const compared = await firstLink(page, '/staff/merges', 'a[href*="/merge?with="]')
  return [
    row,
    compared,
    compared.split('?')[0]!,
    `/staff/ideas/${number}/question`,
    await firstLink(page, '/staff/merges?show=done', 'a[href^="/staff/merges/"]'),
    await firstLink(page, '/staff/dossiers?view=open', 'a[href*="/dossier?"]'),
    await firstLink(page, '/staff/rounds/2', 'a[href*="/staff/rounds/2/ideas/"]'),
    await firstLink(page, '/staff/appeals', 'a[href^="/staff/appeals/"]'),
    await firstLink(page, '/staff/appeals?state=decided', 'a[href^="/staff/appeals/"]'),
    await firstLink(page, '/staff/realised', 'a[href$="/realised"]'),
  ]
}

const foundPaths = {
  visitor: publicPaths,
  member: async (page: Page, browser: Browser) => [
    ...(await ideaPaths(page)),
    ...(await ownPaths(page, browser)),
  ],
  staff: deskPaths,
  admin: () => Promise.resolve([]),
}

// What a page is made of is the same in the dark; what can be wrong there is a colour.
const ofColours = ['color-contrast', 'link-in-text-block']

/** When no colour is on its way to another any more. */
async function settled() {
  await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
}

// Our pages hold no frames, so nothing needs a second page to be put together in.
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode()

async function faults(page: Page, path: string, schemes: readonly string[]) {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(path)
  const light = await axe(page).withTags(rules).analyze()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  const found = [
    ...light.violations.map((violation) => `${path}, light: ${told(violation)}`),
    ...(wide > 0 ? [`${path}: scrolls sideways by ${wide} px`] : []),
  ]
  if (!schemes.includes('dark')) return found
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.evaluate(settled)
  const dark = await axe(page).withRules(ofColours).analyze()
  return [...found, ...dark.violations.map((violation) => `${path}, dark: ${told(violation)}`)]
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]
const told = ({ id, nodes }: Violation) =>
  `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary?.slice(0, 200)}`

const ways = [
  { lang: 'it', width: 390, schemes: ['light'] },
  { lang: 'en', width: 1280, schemes: ['light', 'dark'] },
] as const
const admin = 'admin@valdoro.example'
const emails = { visitor: undefined, member: 'member@valdoro.example', staff: admin, admin }
const roles = ['staff', 'visitor', 'member', 'admin'] as const

for (const { lang, width, schemes } of ways)
  for (const role of roles)
    test(`[#159] axe finds nothing on the pages of a ${role} in ${lang}, ${schemes.join(' and ')}`, async ({
      browser,
      baseURL,
    }) => {
      test.setTimeout(400_000)
      const context = await browser.newContext({
        baseURL,
        locale: 'it-IT',
        viewport: { width, height: 900 },
      })
      const page = await context.newPage()
      const email = emails[role]
      if (email) await signIn(page, email)
      const all = [...pages[role], ...(await foundPaths[role](page, browser))]
      await context.addCookies([{ name: 'granaio_locale', value: lang, url: baseURL! }])
      const found = []
      for (const path of all) found.push(...(await faults(page, path, schemes)))
      expect(found).toEqual([])
      await context.close()
    })
