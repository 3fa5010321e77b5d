import { expect, type Page, test } from '@playwright/test'
import { type Hands, keyboard, pointer } from './hands.ts'
import { demoPassword, signIn } from './people.ts'
import { linkTo } from './post-office.ts'

let counter = Date.now()
const unique = (words: string) => `${words} ${(++counter).toString(36)}`
const main = (page: Page) => page.getByRole('main')

const ways: { name: string; javaScriptEnabled: boolean; hands: (page: Page) => Hands }[] = [
  { name: '[#162] without JavaScript', javaScriptEnabled: false, hands: pointer },
  { name: '[#160] with the keyboard alone', javaScriptEnabled: true, hands: keyboard },
]

/** A new idea of whoever is signed in, who may be writing another one elsewhere; answers its path. */
async function propose(page: Page, use: Hands, title: string) {
  await page.goto('/ideas/new?fresh')
  await use.write(page.getByLabel('Titolo', { exact: true }), title)
  await use.write(
    page.getByLabel('Descrizione'),
    'Vorrei provarla al forno sotto casa, e portarla agli amici la domenica.',
  )
  await use.tick(
    page
      .getByRole('radio', { name: 'Confezioni' })
      .or(page.getByRole('combobox', { name: 'Categoria' }))
      .first(),
  )
  await use.press(page.getByRole('button', { name: 'Pubblica idea' }))
  const anyway = page.getByRole('button', { name: 'Pubblica lo stesso' })
  await expect(
    anyway.or(page.getByRole('heading', { level: 1, name: title })).first(),
  ).toBeVisible()
  if (await anyway.isVisible()) await use.press(anyway)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return new URL(page.url()).pathname
}

for (const { name, javaScriptEnabled, hands } of ways)
  test.describe(name, () => {
    test.use({ javaScriptEnabled })

    test('1 a visitor searches, reads an idea and its official answer', async ({ page }) => {
      const use = hands(page)
      await page.goto('/')
      await use.press(
        page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Idee' }),
      )
      const search = page.getByRole('searchbox').first()
      await use.write(search, 'scatole latta')
      await use.press(page.getByRole('search').getByRole('button', { name: 'Cerca' }).first())
      await expect(page.getByText(/Risultati per/)).toBeVisible()
      await use.press(
        page.getByRole('link', { name: /scatola di latta da riempire in negozio/i }).first(),
      )
      await expect(page.getByRole('heading', { level: 1 })).toContainText('scatola di latta')
      await expect(page.getByText('Risposta ufficiale').first()).toBeVisible()
    })

    test('2 a signed-out click on the vote signs in and completes it; it can be taken back', async ({
      page,
    }) => {
      const use = hands(page)
      const author = 'editor@valdoro.example'
      await signIn(page, author)
      const path = await propose(page, pointer(), unique('Un cestino per chi passa la sera'))
      await page.context().clearCookies()
      await page.goto(path)
      await use.press(
        main(page)
          .getByRole('button', { name: /^Vota: Un cestino/ })
          .first(),
      )
      await use.write(page.getByLabel('Email', { exact: true }), 'member@valdoro.example')
      await use.write(page.getByLabel('Password', { exact: true }), demoPassword)
      await use.press(main(page).getByRole('button', { name: 'Accedi' }))
      const pressed = main(page)
        .getByRole('button', { name: /^Vota: Un cestino.*1 voto/ })
        .first()
      await expect(pressed).toHaveAttribute('aria-pressed', 'true')
      await use.press(pressed)
      await expect(
        main(page)
          .getByRole('button', { name: /^Vota: Un cestino.*0 voti/ })
          .first(),
      ).toHaveAttribute('aria-pressed', 'false')
    })

    test('3 somebody joins, confirms the address and is in', async ({ page }) => {
      const use = hands(page)
      const email = `${unique('nina').replace(' ', '.')}@example.org`
      await page.goto('/join')
      await use.write(page.getByLabel('Email', { exact: true }), email)
      await use.write(page.getByLabel('Password', { exact: true }), 'pane e marmellata di more')
      await use.write(page.getByLabel('Nome visibile'), 'Nina')
      await use.write(page.getByLabel('Anno di nascita'), '1991')
      await use.tick(page.getByLabel('Accetto le regole della comunità.'))
      await use.press(main(page).getByRole('button', { name: 'Registrati' }))
      await expect(page.getByRole('heading', { name: 'Controlla la posta' })).toBeVisible()

      await page.goto(await linkTo(email, '/verify/'))
      await use.press(page.getByRole('button', { name: 'Conferma ed entra' }))
      await expect(page.getByRole('link', { name: /Nina, il tuo profilo/ })).toBeVisible()
    })

    test('4 a member proposes an idea, is shown similar ones, and publishes', async ({ page }) => {
      const use = hands(page)
      await signIn(page, 'member@valdoro.example', use)
      await page.goto('/ideas/new')
      await use.write(page.getByLabel('Titolo', { exact: true }), 'Corto')
      await use.press(page.getByRole('button', { name: 'Pubblica idea' }))
      await expect(
        page.getByText('Il titolo deve avere almeno 10 caratteri.').first(),
      ).toBeVisible()
      await expect(page.getByLabel('Titolo', { exact: true })).toHaveValue('Corto')
      await propose(page, use, unique('Una scatola di latta da riempire in bottega'))
    })

    test('5 a member comments; a comment too short keeps its text', async ({ page }) => {
      const use = hands(page)
      await signIn(page, 'member@valdoro.example')
      await page.goto('/ideas?sort=new')
      await use.press(main(page).getByRole('list').getByRole('heading').getByRole('link').first())
      await use.write(page.getByLabel('Il tuo commento'), ' x')
      await use.press(page.getByRole('button', { name: 'Pubblica commento' }))
      await expect(page.getByText('Scrivi almeno due caratteri.').first()).toBeVisible()
      await expect(page.getByLabel('Il tuo commento')).toHaveValue(' x')
      const words = unique('Io ci porterei anche i nonni')
      await use.write(page.getByLabel('Il tuo commento'), words)
      await use.press(page.getByRole('button', { name: 'Pubblica commento' }))
      await expect(page.getByText(words)).toBeVisible()
    })

    test('6 a member follows an idea and finds it among those followed', async ({ page }) => {
      const use = hands(page)
      await signIn(page, 'editor@valdoro.example')
      const title = unique('Il pane che si prenota')
      const path = await propose(page, pointer(), title)
      await page.context().clearCookies()
      await signIn(page, 'care@valdoro.example')
      await page.goto(path)
      await use.press(
        main(page)
          .getByRole('button', { name: /^Segui/ })
          .first(),
      )
      await expect(
        main(page)
          .getByRole('button', { name: /^Segui.*la segui/ })
          .first(),
      ).toHaveAttribute('aria-pressed', 'true')
      await page.goto('/me/followed')
      await expect(main(page).getByText(title)).toBeVisible()
    })

    test('7 an author edits an idea and the change stays readable', async ({ page }) => {
      const use = hands(page)
      await signIn(page, 'member@valdoro.example')
      const path = await propose(page, pointer(), unique('Il tagliere della domenica'))
      await page.goto(path)
      await use.press(main(page).getByRole('link', { name: 'Modifica idea' }))
      await use.write(
        page.getByLabel('Descrizione'),
        'Vorrei provarla al forno sotto casa, con un tagliere di faggio.',
      )
      await use.press(page.getByRole('button', { name: 'Salva modifiche' }))
      await expect(page.getByText('tagliere di faggio').first()).toBeVisible()
      await page.goto(`${path.split('/').slice(0, 3).join('/')}/history`)
      await expect(page.locator('ins').filter({ hasText: 'faggio' }).first()).toBeVisible()
    })

    test('8 staff decline an idea only with a reason, and its author is told', async ({ page }) => {
      const use = hands(page)
      await signIn(page, 'member@valdoro.example')
      const title = unique('Una mongolfiera sul tetto del forno')
      const path = await propose(page, pointer(), title)
      const number = path.split('/')[2]!
      await page.context().clearCookies()

      await signIn(page, 'admin@valdoro.example')
      await page.goto(`/staff/ideas?idea=${number}`)
      const panel = page.locator('#panel')
      const move = panel.getByRole('button', { name: 'Sposta e pubblica la nota' })
      await use.choose(panel.getByLabel('Sposta in'), 'Non ora')
      await use.write(panel.getByLabel('Nota pubblica'), 'Il tetto non la regge.')
      await use.press(move)
      await expect(page.getByText(/un no senza motivo non si pubblica/).first()).toBeVisible()
      await expect(panel.getByLabel('Nota pubblica')).toHaveValue('Il tetto non la regge.')
      await use.choose(panel.getByLabel('Motivo'), 'non è fattibile')
      await use.press(move)
      await expect(panel.locator('header .status')).toContainText('Non ora')
      await page.goto(path)
      await expect(page.getByText('Il tetto non la regge.').first()).toBeVisible()

      await page.context().clearCookies()
      await signIn(page, 'member@valdoro.example')
      // Told once the move cannot be taken back any more.
      await expect(async () => {
        await page.goto('/me/notifications')
        await expect(main(page).getByText(title).first()).toBeVisible({ timeout: 500 })
      }).toPass({ timeout: 30_000 })
    })

    test('9 a reader changes language and theme', async ({ page }) => {
      const use = hands(page)
      await page.goto('/roadmap')
      await use.press(page.getByRole('button', { name: 'English' }))
      await expect(page.locator('html')).toHaveAttribute('lang', 'en')
      await use.press(page.getByRole('button', { name: 'Dark' }))
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    })

    test('10 somebody who forgot the password sets a new one', async ({ page }) => {
      const use = hands(page)
      const email = `${unique('piero').replace(' ', '.')}@example.org`
      await page.goto('/join')
      const joined: [string, string][] = [
        ['Email', email],
        ['Password', 'una torta di mele in forno'],
        ['Nome visibile', 'Piero'],
        ['Anno di nascita', '1970'],
      ]
      for (const [label, text] of joined) await page.getByLabel(label, { exact: true }).fill(text)
      await page.getByLabel('Accetto le regole della comunità.').check()
      await main(page).getByRole('button', { name: 'Registrati' }).click()
      await expect(page.getByRole('heading', { name: 'Controlla la posta' })).toBeVisible()
      await page.goto(await linkTo(email, '/verify/'))
      await page.getByRole('button', { name: 'Conferma ed entra' }).click()
      await expect(page.getByRole('link', { name: /Piero, il tuo profilo/ })).toBeVisible()
      await page.context().clearCookies()

      await page.goto('/forgot')
      await use.write(page.getByLabel('Email', { exact: true }), email)
      await use.press(page.getByRole('button', { name: 'Invia il link' }))
      await expect(page.getByText(/riceverai un’email/)).toBeVisible()
      await page.goto(await linkTo(email, '/reset/'))
      await use.write(page.getByLabel(/password/i).first(), 'un pane nuovo ogni mattina')
      await use.press(page.getByRole('button', { name: 'Salva la password' }))
      await expect(page).not.toHaveURL(/\/reset\//)
      await page.goto('/login')
      await use.write(page.getByLabel('Email', { exact: true }), email)
      await use.write(page.getByLabel('Password', { exact: true }), 'un pane nuovo ogni mattina')
      await use.press(main(page).getByRole('button', { name: 'Accedi' }))
      await expect(page.getByRole('link', { name: /Piero, il tuo profilo/ })).toBeVisible()
    })
  })
