import { expect, type Page, test } from '@playwright/test'
import { signIn } from './people.ts'

const text = () => `Anche a casa mia. ${Date.now().toString(36)}`

/** The first idea of the board that somebody has commented on. */
async function openTalk(page: Page) {
  await page.goto('/ideas?sort=top')
  await page.getByRole('main').getByRole('heading').getByRole('link').first().click()
  await expect(page.locator('.comment').first()).toBeVisible()
}

test('an answer is opened, closed, kept through other acts, and published in its place', async ({
  page,
}) => {
  await signIn(page, 'evaluator@valdoro.example')
  await openTalk(page)
  const comment = page.locator('article.comment').first()
  const reply = comment.getByRole('link', { name: 'Rispondi' })
  const field = comment.getByRole('textbox', { name: 'La tua risposta' })

  await reply.click()
  await expect(field).toBeFocused()
  await expect(reply).toHaveAttribute('aria-expanded', 'true')
  await reply.click()
  await expect(field).toBeHidden()
  await expect(reply).toHaveAttribute('aria-expanded', 'false')

  await reply.click()
  const said = text()
  await field.fill(said)
  const useful = page.getByRole('button', { name: /^Utile/ }).last()
  const before = await useful.getAttribute('aria-pressed')
  await useful.click()
  await expect(useful).toHaveAttribute('aria-pressed', before === 'true' ? 'false' : 'true')
  await expect(field).toHaveValue(said)
  await expect(reply).toHaveAttribute('aria-expanded', 'true')

  await comment.getByRole('button', { name: 'Pubblica risposta' }).click()
  await expect(page.locator('article.comment.reply').filter({ hasText: said })).toBeVisible()
  await expect(field).toBeHidden()
  await expect(reply).toBeFocused()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an answer is written on a page of its own', async ({ page }) => {
    await signIn(page, 'evaluator@valdoro.example')
    await openTalk(page)
    await page.locator('article.comment').first().getByRole('link', { name: 'Rispondi' }).click()
    await expect(page).toHaveURL(/\/comments\/[^/]+\/reply$/)
    const said = text()
    await page.getByRole('textbox', { name: 'La tua risposta' }).fill(said)
    await page.getByRole('main').getByRole('button', { name: 'Pubblica risposta' }).click()
    await expect(page.locator('article.comment.reply').filter({ hasText: said })).toBeVisible()
  })
})
