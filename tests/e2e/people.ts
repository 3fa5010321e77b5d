import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Hands, pointer } from './hands.ts'
import { linkTo } from './post-office.ts'

export const demoPassword = 'valdoro-demo'

/** Signs in through the real door. */
export async function signIn(page: Page, email: string, hands: Hands = pointer()) {
  await page.goto('/login')
  await hands.write(page.getByLabel('Email', { exact: true }), email)
  await hands.write(page.getByLabel('Password', { exact: true }), demoPassword)
  await hands.press(page.getByRole('main').getByRole('button', { name: 'Accedi' }))
  await expect(page.getByRole('link', { name: /il tuo profilo/ })).toBeVisible()
}

/** Somebody with a browser of their own, in front of the site. */
export async function somebody(browser: Browser, javaScriptEnabled: boolean, email?: string) {
  const context = await browser.newContext({ locale: 'it-IT', javaScriptEnabled })
  const page = await context.newPage()
  if (email) await signIn(page, email)
  return page
}

type Newcomer = {
  lang: 'it' | 'en'
  width: number
  javaScriptEnabled: boolean
  role?: 'care' | 'evaluator' | 'moderator' | 'admin'
}

// An idle connection may be closed just as it is used again.
const maxRetries = 2

/** Sends a form without its page; what became of it is a page to go to. */
async function send(page: Page, path: string, form: Record<string, string>) {
  const headers = { Origin: new URL(test.info().project.use.baseURL!).origin }
  const answer = await page.request.post(path, { form, headers, maxRedirects: 0, maxRetries })
  expect(answer.status(), path).toBe(303)
}

/** Somebody who has just joined, with the role that an admin gave them, and a browser of their own. */
export async function newcomer(browser: Browser, name: string, wish: Newcomer) {
  const { lang, width, javaScriptEnabled, role } = wish
  const page = await guest(browser, { lang, width, javaScriptEnabled })
  const email = `${unique(name).replaceAll(' ', '.').toLowerCase()}@example.org`
  const password = 'pane e marmellata di more'
  const who = { displayName: name, birthYear: '1991', terms: 'on' }
  await send(page, '/join', { email, password, ...who })
  await send(page, await linkTo(email, '/verify/'), {})
  if (role) {
    await giveRole(browser, email, role)
    // Whose rights change signs in again.
    await send(page, '/login', { email, password })
  }
  return { page, email }
}

async function giveRole(browser: Browser, email: string, role: string) {
  const admin = await (await browser.newContext()).newPage()
  await send(admin, '/login', { email: 'admin@valdoro.example', password: demoPassword })
  const found = await admin.request.get('/staff/people', { params: { q: email } })
  const [path] = /\/staff\/people\/\w+/.exec(await found.text())!
  await send(admin, path, { intent: 'assign', roles: role })
  await admin.context().close()
}

/** A window on the site of somebody whom it does not know. */
export async function guest(browser: Browser, wish: Omit<Newcomer, 'role'>) {
  const { lang, width, javaScriptEnabled } = wish
  const locale = lang === 'it' ? 'it-IT' : 'en-GB'
  const viewport = { width, height: 900 }
  const context = await browser.newContext({ locale, viewport, javaScriptEnabled })
  const url = test.info().project.use.baseURL!
  await context.addCookies([{ name: 'granaio_locale', value: lang, url }])
  return context.newPage()
}

/** Words that only this test has. */
export const unique = (words: string) =>
  `${words} ${Date.now().toString(36)}${test.info().workerIndex}`

const plain = 'La porto io da casa, la riempite voi, e non si butta via niente.'

/** An idea of whoever is signed in, sent through the real door; answers its path. */
export async function propose(page: Page, title: string, category = 'packaging', body = plain) {
  await page.goto('/ideas/new')
  const { origin } = new URL(page.url())
  const answer = await page.request.post('/ideas/new', {
    form: { title, body, category, confirm: 'yes' },
    headers: { Origin: origin },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
  await page.goto(answer.headers().location!)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return new URL(page.url()).pathname
}

/** Moves an idea on from the staff's desk, with a note for everybody; it is there when the desk says so. */
export async function move(page: Page, number: string, [status, note]: [string, string]) {
  await page.goto(`/staff/ideas?idea=${number}`)
  await page.locator('#move-to').selectOption({ label: status })
  await page.locator('#move-note').fill(note)
  await page.getByRole('button', { name: 'Sposta e pubblica la nota' }).click()
  await expect(page.locator('#panel header .status')).toContainText(status)
}
