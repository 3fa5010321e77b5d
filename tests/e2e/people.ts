import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Hands, pointer } from './hands.ts'

export const demoPassword = 'valdoro-demo'

/** Signs in through the real door. */
export async function signIn(page: Page, email: string, hands: Hands = pointer()) {
  await page.goto('/login')
  await hands.write(page.getByLabel('Email', { exact: true }), email)
  await hands.write(page.getByLabel('Password', { exact: true }), demoPassword)
  await hands.press(page.getByRole('main').getByRole('button', { name: 'Accedi' }))
  await expect(page.getByRole('link', { name: /il tuo profilo/ })).toBeVisible()
}

/** The newest mail to an address, as the admin reads it in the outbox. */
export async function lastMailTo(page: Page, email: string) {
  const context = await page.context().browser()!.newContext({ locale: 'it-IT' })
  const desk = await context.newPage()
  await signIn(desk, 'admin@valdoro.example')
  await desk.goto('/staff/outbox')
  const mail = desk.locator('article, li, tr, details').filter({ hasText: email }).first()
  await expect(mail).toBeAttached()
  const text = (await mail.textContent()) ?? ''
  const links = await mail
    .locator('a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
  await context.close()
  return { text, links }
}

/** Somebody with a browser of their own, in front of the site. */
export async function somebody(browser: Browser, javaScriptEnabled: boolean, email?: string) {
  const context = await browser.newContext({ locale: 'it-IT', javaScriptEnabled })
  const page = await context.newPage()
  if (email) await signIn(page, email)
  return page
}

/** All mails to an address that say these words, as the admin whose page this is reads them. */
export async function mailsTo(admin: Page, email: string, words: string[]) {
  await admin.goto('/staff/outbox')
  const mails = admin.locator('.outbox > li').filter({ hasText: `a ${email}` })
  return words.reduce((left, said) => left.filter({ hasText: said }), mails)
}

/** Waits until one mail, and no more, to an address says these words; answers all that it says. */
export async function mailed(admin: Page, email: string, words: string[]) {
  await expect(async () => {
    expect(await (await mailsTo(admin, email, words)).count(), words.join()).toBe(1)
  }).toPass({ timeout: 30_000 })
  return (await (await mailsTo(admin, email, words)).textContent())!
}

/** Words that only this test has. */
export const unique = (words: string) =>
  `${words} ${Date.now().toString(36)}${test.info().workerIndex}`

/** An idea of whoever is signed in, sent through the real door; answers its path. */
export async function propose(page: Page, title: string, category = 'packaging') {
  await page.goto('/ideas/new')
  const { origin } = new URL(page.url())
  const body = 'La porto io da casa, la riempite voi, e non si butta via niente.'
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
