import { expect, type Page, test } from '@playwright/test'
import { propose, somebody, unique } from './people.ts'
import { mailed } from './post-office.ts'

const author = 'editor@valdoro.example'
const voter = 'care@valdoro.example'
const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name }).first().click()
const sees = (page: Page, words: string | RegExp) =>
  expect(main(page).getByText(words).first()).toBeVisible()
const numberIn = (path: string) => /\d+/.exec(path)![0]

async function vote(page: Page, path: string, now: string) {
  await page.goto(path)
  await press(page, 'Vota: ')
  await expect(main(page).getByRole('button', { name: now }).first()).toBeVisible()
}

/** The link of the letter that takes back a vote which a merge brought along. */
async function withdrawLink(title: string) {
  const letter = await mailed(voter, [title, '/withdraw/'])
  return /https?:\/\/\S+\/withdraw\/\S+/.exec(letter)![0]
}

test('two ideas become one: votes move, one is taken back by the letter’s link, and apart again all is as it was, without JavaScript', async ({
  browser,
}) => {
  const emails = [author, 'member@valdoro.example', voter, 'evaluator@valdoro.example']
  const people = [...emails, undefined]
  const pages = await Promise.all(people.map((email) => somebody(browser, false, email)))
  const [hers, his, theirs, staff, visitor] = pages as [Page, Page, Page, Page, Page]
  const [first, second] = [unique('Un gancio per la borsa'), unique('Una mensola per le borse')]
  const source = await propose(hers, first)
  const target = await propose(his, second)
  // Who votes for both counts once; who votes for one brings it along.
  await vote(staff, source, '1 voto')
  await vote(staff, target, '1 voto')
  await vote(theirs, source, '2 voti')

  await test.step('its author is asked first, and agrees', async () => {
    await staff.goto(`/staff/ideas/${numberIn(source)}/merge?with=${numberIn(target)}`)
    await sees(staff, '2 voti dopo l’unione')
    await press(staff, 'Chiedi a Irene')
    await visitor.goto(source)
    await expect(visitor.getByRole('heading', { level: 1, name: first })).toBeVisible()
    await hers.goto('/me/notifications')
    const news = main(hers).getByRole('article').filter({ hasText: first })
    await news.getByRole('button', { name: 'Ti proponiamo di unire' }).click()
    await press(hers, 'Accetta l’unione')
    await sees(hers, 'La tua idea è stata unita.')
  })

  await test.step('its address leads to the other, which counts every voter once', async () => {
    await expect(async () => {
      await visitor.goto(source)
      await expect(visitor.getByRole('heading', { level: 1, name: second })).toBeVisible({
        timeout: 500,
      })
    }).toPass({ timeout: 30_000 })
    await sees(visitor, `Sei qui perché «${first}» è stata unita a questa idea.`)
    await expect(main(visitor).locator('.with')).toContainText('Irene Salvi')
    await expect(main(visitor).getByRole('button', { name: '2 voti' }).first()).toBeVisible()
    await main(visitor).getByRole('link', { name: 'Leggi l’originale' }).first().click()
    await expect(visitor.getByRole('heading', { level: 1 })).toContainText(first)
  })

  await test.step('a voter takes it back by the link of the letter, signed out', async () => {
    const link = new URL(await withdrawLink(first))
    await visitor.goto(link.pathname)
    await press(visitor, 'Ritira il mio voto')
    await sees(visitor, 'Voto ritirato')
    await visitor.goto(target)
    await expect(main(visitor).getByRole('button', { name: '1 voto' }).first()).toBeVisible()
  })

  await test.step('apart again, each has the votes that were given to it', async () => {
    await staff.goto('/staff/merges?show=done')
    await staff.getByRole('row').filter({ hasText: first }).getByRole('link').first().click()
    await staff.getByLabel('Perché si separano').fill('Un gancio non è una mensola, ci sembra.')
    await press(staff, 'Separa le idee')
    await expect(async () => {
      await visitor.goto(source)
      await expect(visitor.getByRole('heading', { level: 1, name: first })).toBeVisible({
        timeout: 500,
      })
    }).toPass({ timeout: 30_000 })
    await expect(main(visitor).getByRole('button', { name: '2 voti' }).first()).toBeVisible()
    await visitor.goto(target)
    await expect(main(visitor).getByRole('button', { name: '1 voto' }).first()).toBeVisible()
  })
})
