import { type Browser, expect, type Page, test } from '@playwright/test'
import { move, propose, somebody, unique } from './people.ts'
import { lettersTo, mailed } from './post-office.ts'

const author = 'member@valdoro.example'
const follower = 'care@valdoro.example'
const evaluator = 'evaluator@valdoro.example'
const purchasing = 'purchasing@valdoro.example'
const quality = 'quality@valdoro.example'
const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name }).first().click()
const sees = (page: Page, words: string) =>
  expect(main(page).getByText(words).first()).toBeVisible()
const inDays = (days: number) => {
  const moment = new Date(Date.now() + days * 86_400_000)
  return `${moment.toISOString().slice(0, 10)}T09:00`
}

/** Reads a page again and again until it says something: what others are told of takes a moment. */
async function comesToSee(page: Page, path: string, words: string) {
  await expect(async () => {
    await page.goto(path)
    await expect(main(page).getByText(words).first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
}

/** Waits until somebody is told something about an idea, on the site. */
async function isTold(page: Page, title: string, news: string) {
  await expect(async () => {
    await page.goto('/me/notifications')
    const about = main(page).getByRole('article').filter({ hasText: title })
    await expect(about.getByText(news).first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
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

async function openRound(page: Page) {
  await page.getByRole('button', { name: 'Apri il giro adesso' }).click()
  await expect(main(page).getByText('In corso').first()).toBeVisible()
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

/** Publishes the outcomes of a round; `told`: how the page counts those who will know. */
async function publish(staff: Page, round: string, told: string) {
  await staff.goto(`/staff/rounds/${round}/publication`)
  await sees(staff, told)
  await press(staff, 'Pubblica adesso')
}

/** The votes at which ideas about communication are shortlisted; none: those of the house. */
async function setThreshold(admin: Page, votes: string) {
  await admin.goto('/staff/settings/workflow')
  await main(admin).getByRole('link', { name: 'Soglie' }).click()
  const own = admin.getByRole('group', { name: 'Comunicazione' })
  await own.getByLabel('Voti').fill(votes)
  await press(admin, 'Salva le soglie')
  await expect(own.getByLabel('Voti')).toHaveValue(votes)
}

async function vote(page: Page, path: string) {
  await page.goto(path)
  await press(page, 'Vota: ')
}

/** Gives scores and a note to whoever reads on; every criterion the same, but for the costs. */
async function score(page: Page, number: string, given: { score: string; costs: string }) {
  const { score, costs } = given
  await page.goto(`/staff/ideas/${number}/dossier`)
  const criteria = page.locator('.dossier-score fieldset')
  for (const criterion of await criteria.all()) {
    const isCosts = await criterion.getByText('Costi').first().isVisible()
    await criterion.getByRole('radio', { name: isCosts ? costs : score, exact: true }).check()
  }
  return criteria.first().getByLabel('Nota per la squadra')
}

const notes = {
  [evaluator]: 'Canarino-laboratorio: il banco c’è già.',
  [purchasing]: 'Canarino-acquisti: il fornitore chiede troppo.',
  [quality]: 'Canarino-qualità: i contenitori si lavano a parte.',
}

/** The dossier from its opening to what the public reads; nobody reads a score before giving theirs. */
async function evaluate(admin: Page, evaluators: Page[], number: string) {
  await admin.goto(`/staff/ideas/${number}/dossier`)
  await press(admin, 'Apri valutazione')
  const asked = [
    ['Tommaso Valdoro · Forno Valdoro · Prodotti', 'Produzione'],
    ['Bice Ruggeri · Forno Valdoro · Acquisti', 'Acquisti'],
    ['Saverio Conti · Forno Valdoro · Qualità', 'Qualità'],
  ] as const
  for (const [label, duty] of asked) {
    await admin.getByLabel('Chiedi a').selectOption({ label })
    await admin.getByLabel('In quale veste').fill(duty)
    await press(admin, 'Affida valutazione')
    await expect(admin.locator('.dossier-team')).toContainText(duty)
  }

  const said = Object.values(notes)
  for (const [i, page] of evaluators.entries()) {
    const note = await score(page, number, { score: '4', costs: i === 1 ? '1' : '4' })
    await sees(page, 'Punteggi ancora coperti')
    for (const other of said) await expect(page.locator('body')).not.toContainText(other)
    await note.fill(said[i]!)
    await press(page, 'Salva punteggi')
    await expect(page.getByRole('heading', { name: 'I punteggi di tutti' })).toBeVisible()
    for (const before of said.slice(0, i)) await sees(page, before)
    await admin.goto(`/staff/ideas/${number}/dossier`)
    if (i < 2) await sees(admin, 'Punteggi ancora coperti')
  }

  await sees(admin, 'Su un criterio non siete d’accordo')
  await admin.getByLabel('Messaggio').fill('Canarino-discussione: e se compriamo usato?')
  await press(admin, 'Aggiungi messaggio')
  await sees(admin, 'Canarino-discussione')
  const disputed = admin.locator('fieldset.verdict[data-disputed=true]')
  await press(admin, 'Decidi')
  await expect(disputed).toContainText('Serve')
  await disputed.getByRole('radio', { name: '3', exact: true }).check()
  await disputed.getByLabel('Perché').fill('Canarino-perché: a metà strada.')
  await press(admin, 'Decidi')
  await sees(admin, 'Deciso: ora scrivi che cosa leggerà il pubblico')
  const figures = { costFrom: '900', costTo: '1400', weeksFrom: '3', weeksTo: '6' }
  for (const [name, value] of Object.entries(figures))
    await admin.locator(`[name=${name}]`).fill(value)
  await admin.getByLabel('Spiegazione').fill('Facile da preparare, cara da tenere pulita.')
  await press(admin, 'Salva e guarda l’anteprima')
  await press(admin, 'Pubblica valutazione')
  await expect(admin.getByRole('heading', { name: 'Il pubblico vede questo' })).toBeVisible()
}

async function rewrite(page: Page, path: string, words: string) {
  await page.goto(path)
  await main(page).getByRole('link', { name: 'La decisione sulla tua idea' }).first().click()
  await sees(page, 'Servirebbe un secondo banco')
  await sees(page, 'Il nuovo negozio di Ponte Vereno.')
  await main(page).getByRole('link', { name: 'Riscrivi l’idea' }).click()
  await press(page, 'Rimanda l’idea')
  await sees(page, 'È lo stesso testo')
  await page.getByLabel('Descrizione').fill(words)
  await page.getByLabel('Messaggio per il gruppo').fill('Ho tolto il secondo banco.')
  await press(page, 'Rimanda l’idea')
  await sees(page, 'Il tuo nuovo testo è in attesa')
}

async function openCase(staff: Page, title: string) {
  await staff.goto('/staff/appeals')
  await main(staff).getByRole('link', { name: title }).first().click()
}

const round = async (browser: Browser) => {
  const title = unique('Una teglia da portarsi da casa')
  const name = unique('Giro di prova')
  const member = await somebody(browser, true, author)
  const staff = await somebody(browser, true, evaluator)
  const path = await propose(member, title)
  const number = /\d+/.exec(path)![0]
  const round = await planRound(staff, name)
  await pick(staff, number)
  return { title, name, member, staff, path, number, round }
}

test('an idea is picked for a round, declined with the others of it, and rewritten with the editor', async ({
  browser,
}) => {
  const { title, name, member, staff, path, round: number } = await round(browser)
  const visitor = await somebody(browser, true)
  await visitor.goto(`/rounds/${number}`)
  await sees(visitor, 'La chiedono da mesi al banco.')
  await visitor.goto(path)
  await sees(visitor, `Ha un posto nel giro «${name}»`)

  await staff.goto(`/staff/rounds/${number}`)
  await openRound(staff)
  await decline(staff, title)
  await visitor.goto(path)
  await sees(visitor, `È nel giro «${name}»`)
  await expect(visitor.locator('body')).not.toContainText('secondo banco')
  await visitor.goto(`/rounds/${number}`)
  await expect(visitor.locator('body')).not.toContainText('Non ora')

  await publish(staff, number, 'Una persona lo saprà')
  await comesToSee(visitor, `/rounds/${number}`, 'Non ora')
  await rewrite(member, path, 'La porto io da casa, un tagliere di faggio e nient’altro.')
  await openCase(staff, title)
  await expect(staff.locator('.case-diff ins').filter({ hasText: 'faggio' })).toBeVisible()
})

test('the brand keeps its word from the idea to the thing, told to all at each step, without JavaScript', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const who = [author, follower, 'admin@valdoro.example', evaluator, purchasing, quality]
  const pages = await Promise.all(who.map((email) => somebody(browser, false, email)))
  const [member, voter, admin, tommaso, bice, saverio] = pages as [
    Page,
    Page,
    Page,
    Page,
    Page,
    Page,
  ]
  const visitor = await somebody(browser, false)
  const title = unique('Una borraccia da riempire di minestra')
  const name = unique('Giro della minestra')
  let path = ''
  let number = ''

  await test.step('an idea is put to the vote', async () => {
    path = await propose(member, title, 'communication')
    number = /\d+/.exec(path)![0]
    await setThreshold(admin, '2')
    await visitor.goto(path)
    await sees(visitor, 'Mancano 2 voti ai 2')
  })

  await test.step('votes reach the threshold, and the house shortlists it', async () => {
    await vote(voter, path)
    await sees(voter, 'Manca 1 voto ai 2')
    const other = await somebody(browser, false, 'moderator@valdoro.example')
    await vote(other, path)
    await setThreshold(admin, '')
    await visitor.goto(path)
    await expect(main(visitor).locator('header .status').first()).toContainText('Finalista')
    await sees(visitor, 'ha raggiunto i voti necessari')
    await sees(visitor, 'Una risposta entro')
    await isTold(member, title, 'La tua idea ora è: Finalista')
    await isTold(voter, title, 'L’idea ora è: Finalista')
    await mailed(author, [`«${title}»: Finalista`])
    await other.context().close()
  })

  let roundNumber = ''
  await test.step('a round takes it, for a reason that all may read', async () => {
    roundNumber = await planRound(tommaso, name)
    await pick(tommaso, number)
    await tommaso.goto(`/staff/rounds/${roundNumber}`)
    await openRound(tommaso)
    await visitor.goto(`/rounds/${roundNumber}`)
    await sees(visitor, 'La chiedono da mesi al banco.')
    await visitor.goto(path)
    await sees(visitor, `È nel giro «${name}»`)
  })

  await test.step('three evaluators weigh it, each blind to the others', async () => {
    await evaluate(admin, [tommaso, bice, saverio], number)
    await isTold(bice, title, 'Ti hanno affidato la valutazione')
    await mailed(purchasing, [title])
    await visitor.goto(path)
    await sees(visitor, 'Come l’abbiamo valutata')
    await sees(visitor, 'Facile da preparare, cara da tenere pulita.')
    await isTold(member, title, 'C’è la valutazione della tua idea')
    await isTold(voter, title, 'C’è la valutazione')
    for (const page of [visitor, member, voter]) {
      await page.goto(path)
      await expect(page.locator('body')).not.toContainText('Canarino')
    }
  })

  await test.step('it is declined with the round, with a receipt, in one mail each', async () => {
    await tommaso.goto(`/staff/rounds/${roundNumber}`)
    await decline(tommaso, title)
    await publish(tommaso, roundNumber, '3 persone lo sapranno, con una sola email a testa.')
    await comesToSee(visitor, path, 'Servirebbe un secondo banco')
    await sees(visitor, 'Il nuovo negozio di Ponte Vereno.')
    await expect(main(visitor).getByText('La decisione sulla tua idea')).toHaveCount(0)
    await isTold(member, title, 'La tua idea ora è: Non ora')
    await isTold(voter, title, 'L’idea ora è: Non ora')
    const receipt = await mailed(author, ['Gli esiti del giro', title])
    for (const words of ['La tua idea ora è: Non ora', 'costa troppo', 'Ponte Vereno'])
      expect(receipt).toContain(words)
    await mailed(follower, ['Gli esiti del giro', title, 'Servirebbe un secondo banco'])
    expect(await lettersTo(author, [title, 'Servirebbe'])).toHaveLength(1)
  })

  await test.step('its author writes it anew; the staff see what changes, and refuse again', async () => {
    await rewrite(member, path, 'La porto io da casa, un tagliere di faggio e nient’altro.')
    await visitor.goto(path)
    await expect(visitor.locator('body')).not.toContainText('faggio')
    await openCase(bice, title)
    await expect(bice.locator('.case-diff ins').filter({ hasText: 'faggio' })).toBeVisible()
    await expect(bice.locator('.case-diff del').filter({ hasText: 'riempite' })).toBeVisible()
    await sees(bice, 'Ho tolto il secondo banco.')
    await bice.getByRole('radio', { name: 'Non accettare' }).check()
    await bice.getByLabel('Se no, il motivo').selectOption('too_costly')
    await bice.getByLabel('Risposta a chi l’ha proposta').fill('Il faggio costa ancora troppo.')
    await press(bice, 'Decidi e rispondi')
    await isTold(member, title, 'C’è una risposta alle tue modifiche')
    await mailed(author, [title, 'Il faggio costa ancora troppo.'])
    await expect(main(visitor).getByText('Il faggio costa')).toHaveCount(0)
  })

  await test.step('the appeal goes to somebody who had no part in the no, and is upheld', async () => {
    await member.goto(`/me/ideas/${number}/decision`)
    await sees(member, 'Il faggio costa ancora troppo.')
    await main(member).getByRole('link', { name: 'Chiedi un riesame' }).click()
    await member
      .getByLabel('Perché la decisione andrebbe cambiata?')
      .fill('Il tagliere lo porto io da casa: al forno non costa nulla.')
    await press(member, 'Chiedi il riesame')
    await sees(member, 'Hai chiesto un riesame')
    await isTold(saverio, title, 'C’è una decisione da riesaminare')
    for (const one of [tommaso, bice]) {
      await openCase(one, title)
      await sees(one, 'un riesame tocca a un’altra persona')
      await expect(one.getByRole('button', { name: 'Decidi e rispondi' })).toHaveCount(0)
    }
    await openCase(saverio, title)
    await sees(saverio, 'al forno non costa nulla')
    await saverio.getByRole('radio', { name: 'Cambia la decisione' }).check()
    await saverio.getByLabel('Risposta a chi l’ha proposta').fill('Hai ragione: lo porti tu.')
    await press(saverio, 'Decidi e rispondi')
    await isTold(member, title, 'C’è una risposta alla tua richiesta di riesame')
    await mailed(author, [title, 'Hai ragione: lo porti tu.'])
    await isTold(voter, title, 'L’idea ora è: In valutazione')
    await visitor.goto(path)
    await sees(visitor, 'Una seconda persona ha riletto questa idea')
    await expect(main(visitor).getByText('Hai ragione')).toHaveCount(0)
    await visitor.goto('/transparency')
    await expect(visitor.getByRole('row', { name: /Decisioni cambiate/ }).first()).toBeVisible()
  })

  await test.step('it is planned, made and realised, in the open', async () => {
    await move(tommaso, number, ['Pianificata', 'La prepariamo per marzo.'])
    await visitor.goto('/roadmap')
    await expect(main(visitor).getByRole('link', { name: title })).toBeVisible()
    await move(tommaso, number, ['In sviluppo', 'Il primo tagliere è in laboratorio.'])
    await move(tommaso, number, ['Realizzata', 'È al banco da stamattina.'])
    await visitor.goto(path)
    for (const note of ['La prepariamo per marzo.', 'È al banco da stamattina.'])
      await sees(visitor, note)
  })

  await test.step('what it became has its page, and all who had a part are thanked', async () => {
    await voter.goto('/me/settings')
    await voter.getByLabel('Sì, fate il mio nome').check()
    await press(voter, 'Salva la scelta')
    const thing = `Borraccia ${title.split(' ').at(-1)}`
    await admin.goto('/staff/realised')
    await main(admin).getByRole('link', { name: title }).click()
    await admin.getByLabel('Nome', { exact: true }).fill(thing)
    await admin.getByLabel('Storia', { exact: true }).fill('Un anno di prove, e una minestra.')
    await admin.getByLabel('Esiste dal').fill(inDays(0).slice(0, 10))
    await press(admin, 'Pubblica e ringrazia')
    await visitor.goto('/realised')
    await main(visitor).getByRole('link', { name: thing }).first().click()
    await expect(visitor.getByRole('heading', { level: 1, name: thing })).toBeVisible()
    await sees(visitor, 'Nata qui')
    await sees(visitor, '2 persone l’hanno voluta')
    await sees(visitor, 'Ettore Prandi')
    await expect(main(visitor).getByText('Votata da te')).toHaveCount(0)
    await voter.goto(new URL(visitor.url()).pathname)
    await sees(voter, 'Votata da te, ora è vera.')
    await isTold(member, title, 'Quello che hai pensato ora esiste')
    await isTold(voter, title, 'Hai sostenuto questa idea, e ora esiste')
    for (const email of [author, follower]) await mailed(email, [`«${title}»: ora esiste`])
    for (const status of ['Pianificata', 'In sviluppo', 'Realizzata']) {
      await isTold(member, title, `La tua idea ora è: ${status}`)
      await mailed(author, [`«${title}»: ${status}`])
    }
  })
})
