import { expect, type Page } from '@playwright/test'
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
