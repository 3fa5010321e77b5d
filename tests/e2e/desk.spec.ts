import { type Browser, expect, type Page, test } from '@playwright/test'
import { newcomer, signIn } from './people.ts'

const evaluator = 'evaluator@valdoro.example'
const unique = (words: string) => `${words} ${Date.now().toString(36)}${test.info().workerIndex}`

/** Ideas of a member, sent through the real door; answers the words that only they have. */
async function proposed(browser: Browser, words: string, many: number) {
  const mark = unique(words)
  const context = await browser.newContext({ locale: 'it-IT' })
  const page = await context.newPage()
  await signIn(page, 'member@valdoro.example')
  const { origin } = new URL(page.url())
  for (let i = 1; i <= many; i++) {
    const body = 'Da provare la mattina presto, con calma, prima che apra il forno.'
    const answer = await page.request.post('/ideas/new', {
      form: { title: `${mark} numero ${i}`, body, category: 'products', confirm: 'yes' },
      headers: { Origin: origin },
      maxRedirects: 0,
    })
    expect(answer.status()).toBe(303)
  }
  await context.close()
  return mark
}

/** Nothing but keys, counted. */
function keyboard(page: Page) {
  let strokes = 0
  return {
    press: async (...keys: string[]) => {
      strokes += keys.length
      for (const key of keys) await page.keyboard.press(key)
    },
    type: async (text: string) => {
      strokes += text.length
      await page.keyboard.type(text)
    },
    strokes: () => strokes,
  }
}

const inHand = (page: Page) => page.locator('#panel h2').first()
const opened = (page: Page, number: string) =>
  expect(page.locator(`#panel[data-open="${number}"]`)).toBeVisible()
const numbersOf = (page: Page, mark: string) =>
  page
    .locator('[data-row]')
    .filter({ hasText: mark })
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.row!))

test('twenty new ideas are triaged by keys alone', async ({ page, browser }) => {
  test.setTimeout(180_000)
  const mark = await proposed(browser, 'Focaccia al vapore', 20)
  const tag = `smistata-${Date.now().toString(36)}`
  await signIn(page, evaluator)
  await page.goto(`/staff/ideas?set=new&order=new&q=${encodeURIComponent(mark)}`)
  const numbers = await numbersOf(page, mark)
  expect(numbers).toHaveLength(20)

  const keys = keyboard(page)
  await keys.press('j')
  const acts = [
    async () => {
      await keys.press(']')
      await expect(page.locator('#move-note')).toBeFocused()
      await expect(page.locator('#move-note')).toHaveValue(/finaliste/)
      await keys.press('Control+Enter')
    },
    async () => {
      await keys.press('s')
      await keys.type('Non')
      await keys.press('Tab')
      await keys.type('costa')
      await keys.press('Tab', 'Control+Enter')
    },
    async () => {
      await keys.press('t')
      await keys.type(tag)
      await keys.press('Enter')
      await expect(page.locator('#panel .tag-off')).toContainText(tag)
      await keys.press('j')
    },
    async () => {
      await keys.press('r')
      await keys.type('La proviamo.')
      await keys.press('Control+Enter')
    },
  ]
  for (const [i, number] of numbers.entries()) {
    await opened(page, number)
    await acts[i % 4]!()
    if (numbers[i + 1]) await opened(page, numbers[i + 1]!)
  }
  await expect(page.locator('#panel')).toContainText('La proviamo.')

  await page.goto(`/staff/ideas?q=${encodeURIComponent(mark)}`)
  const rows = page.locator('[data-row]').filter({ hasText: mark })
  const ofStatus = (status: string) => rows.and(page.locator(`[data-status=${status}]`))
  await expect(ofStatus('shortlisted')).toHaveCount(5)
  await expect(ofStatus('declined')).toHaveCount(5)
  await expect(ofStatus('voting')).toHaveCount(10)
  await expect(rows.getByRole('img', { name: 'Ha una risposta ufficiale' })).toHaveCount(15)
  await page.goto(`/ideas?tag=${tag}`)
  await expect(page.getByRole('main').getByText(mark)).toHaveCount(5)
  // At the pace of a slow hand, 100 strokes a minute, with six minutes for all of it.
  expect(keys.strokes()).toBeLessThan(600)
})

test('a move is taken back within ten seconds, by its key', async ({ page, browser }) => {
  const mark = await proposed(browser, 'Schiacciata all’uva', 1)
  // Somebody of their own: the key takes back all that a person has just moved, and others move at once.
  await signIn(page, 'quality@valdoro.example')
  await page.goto(`/staff/ideas?q=${encodeURIComponent(mark)}`)
  await page.keyboard.press('j')
  const row = page.locator('[data-row]').filter({ hasText: mark })
  await expect(inHand(page)).toContainText(mark)
  await page.keyboard.press(']')
  await expect(page.locator('#move-note')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(row).toHaveAttribute('data-status', 'shortlisted')
  await expect(page.locator('#fresh')).toContainText(mark)
  await row.getByRole('link').focus()
  await page.keyboard.press('u')
  await expect(row).toHaveAttribute('data-status', 'voting')
  await expect(page.locator('#notice')).toContainText('nessuno è stato avvisato')
})

test('a card is dragged to where it may go, and asked for there', async ({ page, browser }) => {
  const mark = await proposed(browser, 'Grissini lunghi', 1)
  await signIn(page, evaluator)
  await page.goto(`/staff/ideas?view=kanban&q=${encodeURIComponent(mark)}`)
  const card = page.locator('.card').filter({ hasText: mark })
  await card.dragTo(page.locator('[data-column=shortlisted]'))
  await expect(page.locator('#move-note')).toBeFocused()
  await expect(page.locator('[data-column=shortlisted] .ghost')).toContainText(mark)
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-column=shortlisted]').getByText(mark)).toBeVisible()
})

test('whoever wants no keys switches them off, and on again', async ({ page }) => {
  await signIn(page, 'admin@valdoro.example')
  await page.goto('/staff/ideas')
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByRole('button', { name: 'Spegni i tasti rapidi' }).click()
  await expect(page.locator('#notice')).toContainText('spenti')
  await page.keyboard.press('j')
  await page.waitForTimeout(300)
  await expect(page.locator('#panel[data-open]')).toHaveCount(0)
  await page.getByRole('link', { name: 'Tasti' }).click()
  await page.getByRole('button', { name: 'Accendi i tasti rapidi' }).click()
  await expect(page.locator('#notice')).toContainText('accesi')
  await page.keyboard.press('j')
  await expect(page.locator('#panel[data-open]')).toBeVisible()
})

test('[#106] who comes second sees what the other did, and keeps what they wrote', async ({
  page,
  browser,
}) => {
  const mark = await proposed(browser, 'Pane di zucca', 1)
  await signIn(page, evaluator)
  const find = `/staff/ideas?q=${encodeURIComponent(mark)}`
  await page.goto(find)
  await page.locator('[data-row] a').click()
  await page.locator('#move-to').selectOption('shortlisted')
  await page.locator('#move-note').fill('La seconda nota.')

  const other = await (await browser.newContext({ locale: 'it-IT' })).newPage()
  await signIn(other, 'admin@valdoro.example')
  await other.goto(find)
  await other.locator('[data-row] a').click()
  await other.locator('#move-to').selectOption('declined')
  await other.locator('#move-reason').selectOption('legal')
  await other.locator('#move-note').fill('La prima nota.')
  await other.locator('#composer button').click()
  await expect(other.locator('[data-row]')).toHaveAttribute('data-status', 'declined')

  await page.locator('#composer button').click()
  const notice = page.locator('#composer .notice')
  await expect(notice).toContainText('l’ha spostata in «Non ora»')
  await expect(notice).toContainText('La prima nota.')
  await expect(page.locator('#move-note')).toHaveValue('La seconda nota.')
  await other.context().close()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a card is moved by its menu, with words to begin with, and taken back', async ({
    browser,
  }) => {
    const mark = await proposed(browser, 'Taralli al finocchio', 1)
    // Somebody of their own, as above: of what a person has just moved only a few are named.
    const wish = { lang: 'it', width: 1280, javaScriptEnabled: false, role: 'evaluator' } as const
    const { page } = await newcomer(browser, 'Ada Sposta', wish)
    await page.goto(`/staff/ideas?view=kanban&q=${encodeURIComponent(mark)}`)
    const column = (status: string) => page.locator(`[data-column=${status}]`)
    const card = column('voting').locator('.card').filter({ hasText: mark })
    await card.locator('summary').click()
    await card.getByRole('button', { name: 'Finalista' }).click()
    await expect(page.locator('#move-note')).toHaveValue(/finaliste/)
    await expect(column('shortlisted').locator('.ghost')).toContainText(mark)
    await page.getByRole('button', { name: 'Sposta e pubblica la nota' }).click()
    await expect(column('shortlisted').locator('.card')).toContainText(mark)
    await page.getByRole('button', { name: `Annulla lo spostamento di «${mark}` }).click()
    await expect(column('voting').locator('.card')).toContainText(mark)
    await page.context().close()
  })
})
