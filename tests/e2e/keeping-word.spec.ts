import { type Browser, expect, type Page, test } from '@playwright/test'
import { lastMailTo, signIn } from './people.ts'

const evaluator = 'evaluator@valdoro.example'
const author = 'member@valdoro.example'
const unique = (words: string) => `${words} ${Date.now().toString(36)}${test.info().workerIndex}`
const main = (page: Page) => page.getByRole('main')
const inDays = (days: number) => {
  const moment = new Date(Date.now() + days * 86_400_000)
  return `${moment.toISOString().slice(0, 10)}T09:00`
}

/** Somebody with a browser of their own, in front of the site. */
async function somebody(browser: Browser, javaScriptEnabled: boolean, email?: string) {
  const context = await browser.newContext({ locale: 'it-IT', javaScriptEnabled })
  const page = await context.newPage()
  if (email) await signIn(page, email)
  return page
}

async function propose(page: Page, title: string) {
  await page.goto('/ideas/new')
  const { origin } = new URL(page.url())
  const body = 'La porto io da casa, la riempite voi, e non si butta via niente.'
  const answer = await page.request.post('/ideas/new', {
    form: { title, body, category: 'packaging', confirm: 'yes' },
    headers: { Origin: origin },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
  await page.goto(answer.headers().location!)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return new URL(page.url()).pathname
}

async function planRound(page: Page, name: string) {
  await page.goto('/staff/rounds')
  await page.getByRole('link', { name: 'Prepara un giro' }).first().click()
  await page.getByLabel('Nome in italiano').fill(name)
  await page.getByLabel('Nome in inglese').fill(`${name} (en)`)
  await page.getByLabel('Comincia').fill(inDays(1))
  await page.getByLabel('Esiti entro').fill(inDays(30))
  await page.getByLabel('Posti', { exact: true }).fill('1')
  await page.getByLabel('Posti per ogni categoria').fill('0')
  await page.getByRole('button', { name: 'Vedi chi entrerebbe oggi' }).click()
  await expect(page.getByRole('heading', { name: 'Con queste regole, oggi' })).toBeVisible()
  await expect(page.getByLabel('Nome in italiano')).toHaveValue(name)
  await page.getByRole('button', { name: 'Salva il giro' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return /\d+$/.exec(new URL(page.url()).pathname)![0]
}

async function pick(page: Page, number: string) {
  await page.getByLabel('Numero dell’idea').fill('999999')
  await page.getByLabel('Motivo pubblico').fill('La chiedono da mesi al banco.')
  await page.getByRole('button', { name: 'Scegli idea' }).click()
  await expect(main(page).getByText('Non c’è un’idea con questo numero.').first()).toBeVisible()
  await expect(page.getByLabel('Motivo pubblico')).toHaveValue('La chiedono da mesi al banco.')
  await page.getByLabel('Numero dell’idea').fill(`#${number}`)
  await page.getByRole('button', { name: 'Scegli idea' }).click()
}

async function decline(page: Page, title: string) {
  await main(page).getByRole('link', { name: title }).first().click()
  await page.getByLabel('Esito').selectOption({ label: 'Non ora' })
  await page.getByLabel('Motivo', { exact: true }).selectOption('too_costly')
  await page
    .getByLabel('Che cosa diremo')
    .fill('Servirebbe un secondo banco, e oggi non c’è posto.')
  await page.getByLabel('Che cosa potrebbe cambiarla').fill('Il nuovo negozio di Ponte Vereno.')
  await page.getByRole('button', { name: 'Salva decisione' }).click()
}

for (const javaScriptEnabled of [false, true])
  test(`an idea is picked for a round, declined with the others of it, and told once (${
    javaScriptEnabled ? 'with' : 'without'
  } JavaScript)`, async ({ browser }) => {
    const title = unique('Una teglia da portarsi da casa')
    const name = unique('Giro di prova')
    const member = await somebody(browser, javaScriptEnabled, author)
    const staff = await somebody(browser, javaScriptEnabled, evaluator)
    const visitor = await somebody(browser, javaScriptEnabled)
    const path = await propose(member, title)
    const number = /\d+/.exec(path)![0]

    const round = await planRound(staff, name)
    await pick(staff, number)
    await visitor.goto(`/rounds/${round}`)
    await expect(main(visitor).getByText('La chiedono da mesi al banco.')).toBeVisible()
    await visitor.goto(path)
    await expect(main(visitor).getByText(`Ha un posto nel giro «${name}»`)).toBeVisible()

    await staff.goto(`/staff/rounds/${round}`)
    await staff.getByRole('button', { name: 'Apri il giro adesso' }).click()
    await expect(main(staff).getByText('In corso').first()).toBeVisible()
    await decline(staff, title)
    await visitor.goto(path)
    await expect(main(visitor).getByText(`È nel giro «${name}»`)).toBeVisible()
    await expect(visitor.locator('body')).not.toContainText('secondo banco')
    await visitor.goto(`/rounds/${round}`)
    await expect(visitor.locator('body')).not.toContainText('Non ora')

    await staff.goto(`/staff/rounds/${round}/publication`)
    await expect(main(staff).getByText('Una persona lo saprà')).toBeVisible()
    await staff.getByRole('button', { name: 'Pubblica adesso' }).click()
    await expect(async () => {
      await visitor.goto(`/rounds/${round}`)
      await expect(main(visitor).getByText('Non ora')).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 30_000 })
    await member.goto(path)
    await expect(main(member).getByText('Servirebbe un secondo banco').first()).toBeVisible()
    await expect(async () => {
      const { text } = await lastMailTo(staff, author)
      expect(text).toContain(title)
    }).toPass({ timeout: 30_000 })
  })
