import { type Browser, expect, type Page, test } from '@playwright/test'
import { move, propose, signIn, somebody, unique } from './people.ts'
import { linkTo } from './post-office.ts'

// One after the other: it is one member whose points are counted.
test.describe.configure({ mode: 'serial' })

const member = 'member@valdoro.example'
const admin = 'admin@valdoro.example'
const atOnce = ['vote', 'comment', 'idea', 'useful', 'realised', 'votes-10']
const road = ['Finalista', 'In valutazione', 'Pianificata', 'In sviluppo', 'Realizzata']
const main = (page: Page) => page.getByRole('main')
const slow = { timeout: 60_000 }

/** What comes of the clock is there in a while: looks again until it is. */
const comes = (page: Page, path: string, text: RegExp) =>
  expect(async () => {
    await page.goto(path)
    await expect(main(page)).toContainText(text, { timeout: 2_000 })
  }).toPass(slow)

/** Somebody new, who confirmed their address. */
async function newcomer(browser: Browser, name: string) {
  const page = await somebody(browser, false)
  const email = `${unique(name).replace(' ', '.')}@example.org`
  await page.goto('/join')
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill('pane e marmellata di more')
  await page.getByLabel('Nome visibile').fill(name)
  await page.getByLabel('Anno di nascita').fill('1991')
  await page.getByLabel('Accetto le regole della comunità.').check()
  await main(page).getByRole('button', { name: 'Registrati' }).click()
  await page.goto(await linkTo(email, '/verify/'))
  await page.getByRole('button', { name: 'Conferma ed entra' }).click()
  return page
}

/** The staff take an idea all the way, in words of one sentence. */
async function realise(browser: Browser, number: string) {
  const page = await somebody(browser, true, admin)
  for (const status of road) await move(page, number, [status, 'Ci siamo: la facciamo.'])
  await page.context().close()
}

/** Takes a reward on its page; answers the path of what was taken. */
async function redeem(page: Page, slug: string, button: RegExp) {
  await page.goto(`/rewards/${slug}/redeem`)
  if (await page.locator('[name=street]').count()) {
    await page.locator('[name=name]').fill('Giulia B.')
    await page.locator('[name=street]').fill('Via del Mulino 8')
    await page.locator('[name=postcode]').fill('12345')
    await page.locator('[name=city]').fill('Ponte Vereno')
    await page.locator('[name=country]').fill('Italia')
  }
  await main(page).getByRole('button', { name: button }).click()
  await page.waitForURL(/\/me\/rewards\/[\w-]+$/)
  return new URL(page.url()).pathname
}

test.beforeAll('the house confirms at once', async ({ browser }) => {
  const page = await somebody(browser, false, admin)
  for (const rule of atOnce) {
    await page.goto(`/staff/settings/points/rules/${rule}`)
    await page.locator('[name=delayHours]').fill('0')
    await page.locator('button[name=intent][value=save]').click()
    await page.goto(`/staff/settings/points/rules/${rule}`)
    await expect(page.locator('[name=delayHours]')).toHaveValue('0')
  }
  await page.context().close()
})

test.describe('without JavaScript, in Italian', () => {
  test.use({ javaScriptEnabled: false })

  test('[#162] a member takes part, is realised, reaches a level, and takes rewards; the staff send one', async ({
    page,
    browser,
  }) => {
    test.setTimeout(400_000)
    await signIn(page, member)
    await page.goto('/me/points')
    const title = unique('Un vasetto che torna in negozio')
    const number = /\d+/.exec(await propose(page, title))![0]

    // Her comment on somebody else's idea is useful to three.
    const asker = await newcomer(browser, 'Piera')
    const other = await propose(asker, unique('Una panca davanti al forno'), 'communication')
    await page.goto(other)
    await main(page)
      .getByRole('button', { name: /^Vota:/ })
      .first()
      .click()
    await page
      .locator('textarea[name=body]')
      .first()
      .fill('Con lo schienale, che si aspetta meglio.')
    await page.locator('form[action*="/comments"] button').first().click()
    await expect(main(page)).toContainText('Con lo schienale')
    for (const reader of [asker, await newcomer(browser, 'Ivo'), await newcomer(browser, 'Rita')]) {
      await reader.goto(other)
      await main(reader)
        .getByRole('button', { name: /^Utile/ })
        .first()
        .click()
      await reader.context().close()
    }
    await comes(page, '/me/points', /trovato utile un tuo commento\s*Una panca/)

    await realise(browser, number)
    await comes(page, '/me/points', /confermati \+1\.000/)
    await expect(main(page)).toContainText(/Hai raggiunto il livello (Covone|Mugnaio)/)
    await comes(page, '/me/notifications', /Hai raggiunto il livello (Covone|Mugnaio)/)

    const coupon = await redeem(page, 'una-pagnotta', /^Richiedi per 80/)
    await page.locator('button[name=intent][value=show]').click()
    await expect(main(page)).toContainText(/PANE-\w{4}-\w{4}/)
    await page.goto(coupon)
    await expect(page.locator('button[value=cancel]')).toHaveCount(0)

    await redeem(page, 'scatola-di-latta', /^Richiedi per 260/)
    await page.locator('button[name=intent][value=cancel]').click()
    await comes(page, '/me/points', /Scatola|scatola di latta/)

    const bag = await redeem(page, 'borsa-di-sacco', /^Richiedi per 180/)
    const desk = await somebody(browser, false, 'editor@valdoro.example')
    await desk.goto(bag.replace('/me/rewards/', '/staff/redemptions/'))
    await desk.locator('[name=tracking]').fill('PV-0001')
    await desk.locator('form#to button[value=sent]').click()
    await desk.context().close()
    await comes(page, bag, /PV-0001/)
    await comes(page, '/me/notifications', /Il tuo premio è in viaggio/)
  })

  test('[#102] who would rather not stand on the leaderboard is gone from it at once', async ({
    page,
    browser,
  }) => {
    const guest = await somebody(browser, false)
    await signIn(page, member)
    for (const [choice, count] of [
      ['hide', 0],
      ['show', 1],
    ] as const) {
      await page.goto('/me/points')
      await page.locator(`#board button[value=${choice}]`).click()
      await expect(async () => {
        await guest.goto('/leaderboard?period=all')
        const row = main(guest).locator('a[href="/members/giulia_b"]')
        expect(Math.min(await row.count(), 1)).toBe(count)
      }).toPass(slow)
    }
    await guest.context().close()
  })
})

test('in English somebody new proposes, and finds on the statement what came of it', async ({
  browser,
}) => {
  test.setTimeout(200_000)
  const page = await newcomer(browser, 'Nell')
  await page.getByRole('button', { name: 'English' }).click()
  await propose(page, unique('A shelf for yesterday’s bread'))
  await comes(page, '/me/points', /A shelf for yesterday/)
  await expect(main(page)).toContainText(/10\s*grains of wheat/)
  await page.goto('/rewards/una-pagnotta')
  await expect(main(page).getByRole('heading', { level: 1 })).toHaveText('A half-kilo loaf')
  await page.context().close()
})
