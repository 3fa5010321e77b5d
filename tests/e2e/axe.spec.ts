import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { guest, newcomer, propose, signIn, somebody, unique } from './people.ts'

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
    '/leaderboard?period=all',
    '/rewards',
    '/rewards/una-pagnotta',
    '/rewards/pane-per-la-mensa',
    '/rewards/panettone-di-marzo',
    '/rewards/pasta-madre',
    '/members/giulia_b',
    '/faq',
    '/faq?q=pane',
    '/faq/quali-sono-gli-orari-dei-negozi',
    '/contact?topic=product',
    '/contact/sent',
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
    '/me/points',
    '/me/points/friends',
    '/me/rewards',
    '/me/cases',
    '/me/decisions',
    '/me/privacy',
    '/leaderboard',
    '/rewards',
    '/rewards/scatola-di-latta/redeem',
    '/rewards/il-tuo-nome-sul-muro/redeem',
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
    '/staff/points',
    '/staff/grants',
    '/staff/grants/new',
    '/staff/suspects',
    '/staff/rewards',
    '/staff/rewards/new',
    '/staff/redemptions',
    '/staff/people',
    '/staff/people/giulia_b',
    '/staff/outbox',
  ],
  care: [
    '/staff/care',
    '/staff/care?view=open&q=pane',
    '/staff/care/remedies',
    '/staff/mentions',
    '/staff/faq',
    '/staff/faq/new',
    '/staff/faq/categories',
  ],
  moderator: [
    '/staff/moderation',
    '/staff/moderation/objections',
    '/staff/moderation/bursts',
    '/staff/settings/moderation',
    '/staff/settings/moderation/words',
  ],
  admin: [
    '/staff/care/report',
    '/staff/audit',
    '/staff/settings',
    '/staff/settings/care',
    '/staff/settings/care/topics',
    '/staff/settings/care/sla',
    '/staff/settings/care/macros',
    '/staff/settings/care-mail',
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
    '/staff/settings/points',
    '/staff/settings/points/noun',
    '/staff/settings/points/levels',
    '/staff/settings/points/general',
    '/staff/settings/points/rules/useful',
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
  await expect(staff.locator('#panel header .status')).toContainText('Non ora')
  const asked = 'tr:has-text("Prenotare il pane") a[href^="/staff/merges/"]'
  const merge = await firstLink(staff, '/staff/merges?show=asked', asked)
  await staff.context().close()
  const decision = `/me/ideas/${number}/decision`
  const acts = [`${decision}/resubmission`, `${decision}/appeal`]
  const taken = await firstLink(page, '/me/rewards', 'a[href^="/me/rewards/"]')
  return [decision, ...acts, merge.replace('/staff/', '/me/'), taken]
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
    `/ideas/${number}/thanks`,
    await firstLink(page, '/staff/suspects', 'a[href^="/staff/suspects/"]'),
    await firstLink(page, '/staff/redemptions?state=sent', 'a[href^="/staff/redemptions/"]'),
    await firstLink(page, '/staff/rewards', 'a[href^="/staff/rewards/"]:not([href$="/new"])'),
    await firstLink(page, '/staff/merges?show=done', 'a[href^="/staff/merges/"]'),
    await firstLink(page, '/staff/dossiers?view=open', 'a[href*="/dossier?"]'),
    await firstLink(page, '/staff/rounds/2', 'a[href*="/staff/rounds/2/ideas/"]'),
    await firstLink(page, '/staff/appeals', 'a[href^="/staff/appeals/"]'),
    await firstLink(page, '/staff/appeals?state=decided', 'a[href^="/staff/appeals/"]'),
    await firstLink(page, '/staff/realised', 'a[href$="/realised"]'),
  ]
}

/** A case with what may be done to it; what somebody asked of a question. */
async function carePaths(page: Page) {
  const inbox = await firstLink(page, '/staff/care?view=all', '[data-row] a.open')
  const one = inbox.split('?')[0]!
  return [
    inbox,
    `${one}/merge`,
    await firstLink(page, '/staff/faq', 'tbody a[href^="/staff/faq/"]'),
  ]
}

/** Something to be decided, with the people and the text that it is about. */
const moderationPaths = async (page: Page) => [
  await firstLink(page, '/staff/moderation', '[data-row] a[href^="/staff/moderation/"]'),
]

const foundPaths = {
  visitor: publicPaths,
  member: async (page: Page, browser: Browser) => [
    ...(await ideaPaths(page)),
    ...(await ownPaths(page, browser)),
  ],
  staff: deskPaths,
  care: carePaths,
  moderator: moderationPaths,
  admin: () => Promise.resolve([]),
}

// Our pages hold no frames, so nothing needs a second page to be put together in.
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode()

async function faults(page: Page, path: string) {
  await page.goto(path)
  const { violations } = await axe(page).withTags(rules).analyze()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return [
    ...violations.map((violation) => `${path}: ${told(violation)}`),
    ...(wide > 0 ? [`${path}: scrolls sideways by ${wide} px`] : []),
  ]
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]
const told = ({ id, nodes }: Violation) =>
  `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary?.slice(0, 200)}`

const ways = [
  { lang: 'it', width: 390, colorScheme: 'light' },
  { lang: 'en', width: 1280, colorScheme: 'dark' },
] as const
const admin = 'admin@valdoro.example'
const emails = {
  visitor: undefined,
  member: 'member@valdoro.example',
  care: 'care@valdoro.example',
  moderator: 'moderator@valdoro.example',
  staff: admin,
  admin,
}
const roles = ['staff', 'visitor', 'member', 'admin', 'care', 'moderator'] as const
/** The people of the story read Italian, as it stands in their account: who reads English at a desk is new there. */
const desks = {
  visitor: undefined,
  member: undefined,
  care: 'care',
  moderator: 'moderator',
  staff: 'admin',
  admin: 'admin',
} as const

type Who = { role: (typeof roles)[number]; lang: 'it' | 'en'; width: number }

async function reader(browser: Browser, { role, lang, width }: Who) {
  const wish = { lang, width, javaScriptEnabled: true }
  const desk = lang === 'en' && desks[role]
  if (desk) return (await newcomer(browser, 'Robin Baker', { ...wish, role: desk })).page
  const page = await guest(browser, wish)
  const email = emails[role]
  if (email) await signIn(page, email)
  return page
}

for (const { lang, width, colorScheme } of ways)
  for (const role of roles)
    test(`[#159] axe finds nothing on the pages of a ${role} in ${role === 'member' ? 'it' : lang}, ${colorScheme}, ${width} px wide`, async ({
      browser,
    }) => {
      test.setTimeout(400_000)
      const page = await reader(browser, { role, lang: role === 'member' ? 'it' : lang, width })
      await page.emulateMedia({ colorScheme })
      const all = [...pages[role], ...(await foundPaths[role](page, browser))]
      const found = []
      for (const path of all) found.push(...(await faults(page, path)))
      expect(found).toEqual([])
      await page.context().close()
    })
