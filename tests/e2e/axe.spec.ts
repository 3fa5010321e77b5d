import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { signIn } from './people.ts'

const pages = {
  visitor: [
    '/',
    '/ideas',
    '/ideas?sort=top&status=voting',
    '/ideas?q=pane',
    '/ideas?q=zzzz',
    '/roadmap',
    '/realised',
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
    '/staff/ideas',
    '/staff/ideas?status=voting',
    '/staff/people',
    '/staff/people/giulia_b',
    '/staff/outbox',
  ],
}
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The paths of an idea with an answer, its history and its report form. */
async function ideaPaths(page: Page) {
  await page.goto('/ideas?answered=1')
  const path = await page
    .getByRole('main')
    .getByRole('heading')
    .getByRole('link')
    .first()
    .getAttribute('href')
  const short = path!.split('/').slice(0, 3).join('/')
  return [path!, `${short}/history`, `${short}/flags`]
}

// What a page is made of is the same in the dark; what can be wrong there is a colour.
const ofColours = ['color-contrast', 'link-in-text-block']

/** When no colour is on its way to another any more. */
async function settled() {
  await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
}

async function faults(page: Page, path: string) {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(path)
  const light = await new AxeBuilder({ page }).withTags(rules).analyze()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.evaluate(settled)
  const dark = await new AxeBuilder({ page }).withRules(ofColours).analyze()
  return [
    ...light.violations.map((found) => `${path}, light: ${told(found)}`),
    ...dark.violations.map((found) => `${path}, dark: ${told(found)}`),
    ...(wide > 0 ? [`${path}: scrolls sideways by ${wide} px`] : []),
  ]
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]
const told = ({ id, nodes }: Violation) =>
  `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary?.slice(0, 200)}`

for (const lang of ['it', 'en'])
  for (const [role, paths] of Object.entries(pages))
    test(`[#159] axe finds nothing on the pages of a ${role} in ${lang}, light and dark`, async ({
      browser,
      baseURL,
    }) => {
      test.setTimeout(300_000)
      const context = await browser.newContext({
        baseURL,
        locale: 'it-IT',
        viewport: { width: lang === 'it' ? 390 : 1280, height: 900 },
      })
      const page = await context.newPage()
      if (role === 'member') await signIn(page, 'member@valdoro.example')
      if (role === 'staff') await signIn(page, 'admin@valdoro.example')
      const all = role === 'staff' ? paths : [...paths, ...(await ideaPaths(page))]
      await context.addCookies([{ name: 'granaio_locale', value: lang, url: baseURL! }])
      const found = []
      for (const path of all) found.push(...(await faults(page, path)))
      expect(found).toEqual([])
      await context.close()
    })
