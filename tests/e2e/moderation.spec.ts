import { expect, type Page, test } from '@playwright/test'
import { guest, newcomer, propose, somebody, unique } from './people.ts'

const main = (page: Page) => page.getByRole('main')
const phone = { width: 390 }
const desk = { width: 1280 }

const tongues = {
  it: {
    title: 'Un mulino a pietra nel cortile',
    body: 'la farina si macina davanti a chi compra.',
    facts: 'Qui parliamo di prodotti del forno.',
    decide: 'Decidi e apri il prossimo',
    undo: /Annulla/,
    statement: 'Abbiamo nascosto una tua idea',
    rule: 'Si resta in tema',
    object: 'La farina è un prodotto del forno: guardate meglio.',
    lifted: 'annullata',
  },
  en: {
    title: 'A stone mill in the courtyard',
    body: 'the flour is ground before those who buy it.',
    facts: 'Here we talk about what the bakery makes.',
    decide: 'Decide and open the next',
    undo: /Undo/,
    statement: 'We hid an idea of yours',
    rule: 'Keep to the subject',
    object: 'Flour is something that the bakery makes: look again.',
    lifted: 'lifted',
  },
}

/** What comes of the clock is there in a while: looks again until it is. */
const comes = (page: Page, path: string, text: string) =>
  expect(async () => {
    await page.goto(path)
    await expect(main(page)).toContainText(text, { timeout: 2_000 })
  }).toPass({ timeout: 60_000 })

for (const { lang, script } of [
  { lang: 'it', script: false },
  { lang: 'en', script: true },
] as const)
  test(`a report, a hiding with its reasons, an objection, and another moderator who restores it, in ${lang}${script ? '' : ', without JavaScript'}`, async ({
    browser,
  }) => {
    test.slow()
    const words = tongues[lang]
    const title = unique(words.title)
    const how = { lang, javaScriptEnabled: script }
    const name = unique(lang === 'it' ? 'Gianna' : 'Joan')
    const [{ page: member }, visitor, reporter, { page: moderator }, other] = await Promise.all([
      newcomer(browser, name, { ...how, ...phone }),
      guest(browser, { ...how, ...phone }),
      somebody(browser, script, 'quality@valdoro.example'),
      newcomer(browser, 'Ruth', { ...how, ...desk, role: 'moderator' }),
      somebody(browser, script, 'admin@valdoro.example'),
    ])

    const path = await propose(member, title, 'products', `${title}: ${words.body}`)
    await reporter.goto(path.replace(/\/[^/]*$/, '/flags'))
    await reporter.locator('[name=reason][value=off-topic]').check()
    await main(reporter).locator('form button').last().click()
    await expect(main(reporter).locator('[name=reason]')).toHaveCount(0)

    await moderator.goto('/staff/moderation')
    await main(moderator).getByRole('link', { name: title }).click()
    await moderator.locator('[name=act][value=hide]').check()
    await moderator.locator('[name=reason][value=off-topic]').check()
    await moderator.locator('[name=facts]').fill(words.facts)
    await main(moderator).getByRole('button', { name: words.decide }).click()
    await expect(moderator.getByRole('button', { name: words.undo }).first()).toBeVisible()
    expect((await visitor.goto(path))!.status()).toBe(404)

    await comes(member, '/me/decisions', words.statement)
    await main(member).getByRole('link', { name: words.statement }).first().click()
    for (const said of [title, words.rule, words.facts])
      await expect(main(member)).toContainText(said)
    await member.locator('textarea').fill(words.object)
    await main(member).locator('form button').last().click()
    await expect(member.locator('textarea')).toHaveCount(0)
    const { pathname } = new URL(member.url())

    const row = (page: Page) =>
      main(page).getByRole('row').filter({ hasText: name }).getByRole('link')
    await moderator.goto('/staff/moderation/objections')
    await row(moderator).first().click()
    await expect(main(moderator)).toContainText(words.object)
    await expect(main(moderator).locator('[name=outcome]')).toHaveCount(0)

    await other.goto('/staff/moderation/objections')
    await row(other).first().click()
    await other.locator('[name=outcome][value=overturned]').check()
    await main(other).locator('textarea').fill('Hai ragione, la rimettiamo al suo posto.')
    await main(other).locator('form[data-send] button').click()
    await expect(other.locator('[name=outcome]')).toHaveCount(0)

    expect((await visitor.goto(path))!.status()).toBe(200)
    await comes(member, pathname, words.lifted)
  })
