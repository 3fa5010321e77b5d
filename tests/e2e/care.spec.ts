import { type Browser, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { bringMail, careAddress } from './care-mail.ts'
import { guest, newcomer, signIn, somebody, unique } from './people.ts'
import { linkTo, mailsSince, mailsSoFar, mailTo } from './post-office.ts'

const main = (page: Page) => page.getByRole('main')
const phone = { width: 390 }
const desk = { width: 1280 }

const tongues = {
  it: {
    subject: 'Fette biscottate rotte',
    body: 'Ho aperto la confezione e le fette biscottate erano tutte rotte.',
    product: 'Fette biscottate di farro',
    helps: 'Ho trovato un prodotto rotto, molle o con la confezione aperta',
    asksFor: 'il numero di lotto',
    previewed: 'Aggiunge l’etichetta “attesa foto”',
    note: 'Nota interna',
    reply: 'Il lotto è L2264, grazie di aver risposto subito.',
    asked: 'Aspetta un responsabile',
    sorry: 'Per scusarci',
    solved: 'Risolto',
    content: 'Molto',
    idea: 'Una confezione che non rompe le fette',
    ownWords: 'Un vassoio di cartone dentro la busta terrebbe ferme le fette fino a casa.',
  },
  en: {
    subject: 'Every rusk was broken',
    body: 'I opened the package and every single rusk was broken or soft.',
    product: 'Spelt rusks',
    helps: 'I found a product that was broken, soft or with its package open',
    asksFor: 'the batch number',
    previewed: 'Adds the tag “attesa foto”',
    note: 'Internal note',
    reply: 'The batch is L2264, thank you for answering so soon.',
    asked: 'Waits for a lead',
    sorry: 'To say sorry',
    solved: 'Solved',
    content: 'Very',
    idea: 'A package that keeps rusks whole',
    ownWords: 'A cardboard tray within the bag would keep the rusks still until they are home.',
  },
}
type Words = (typeof tongues)['it']

const photo = () =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: '#a0672c' } })
    .jpeg()
    .toBuffer()

/** Somebody signed out complains, is shown what may help, and sends all the same. */
async function complain(page: Page, email: string, { words, subject, script }: Told) {
  await page.goto('/contact')
  await page.locator('[name=topic][value=product]').check()
  await page.locator('[name=subject]').fill(subject)
  await page.locator('[name=body]').fill(words.body)
  await page.locator('[name=product]').fill(words.product)
  await page.locator('[name=email]').fill(email)
  const file = { name: 'fette.jpg', mimeType: 'image/jpeg', buffer: await photo() }
  await page.locator('[name=attachments]').setInputFiles(file)
  const send = main(page).locator('form.contact button').last()
  if (!script) await send.click()
  await expect(main(page).getByRole('link', { name: words.helps })).toBeVisible()
  await send.click()
  await expect(page).toHaveURL(/\/contact\/sent$/)
}

type Told = { words: Words; subject: string; script: boolean }

/** The agent finds the case, tells the others something, and answers with the help of a ready answer. */
async function answer(page: Page, { words, subject, canary }: Told & { canary: string }) {
  await page.goto(`/staff/care?q=${encodeURIComponent(subject)}`)
  await main(page).getByRole('link', { name: subject }).click()
  const picture = page.locator('.talk-line img[src*="/files/"]')
  await expect(picture).toHaveJSProperty('naturalWidth', 320)

  const composer = page.locator('#composer')
  await composer.locator('[data-tab=note]').click()
  await page.locator('#note').fill(`${canary}: il bancale è fermo.`)
  await composer.locator('[name=intent][value=save]').last().click()
  await expect(page.locator('.said.internal')).toContainText(canary)
  await expect(page.locator('.said.internal')).toContainText(words.note)

  const tab = composer.locator('[data-tab=reply]')
  if ((await tab.getAttribute('aria-pressed')) !== 'true') await tab.click()
  await page.locator('#macro').selectOption({ label: 'Chiedi foto e lotto' })
  await composer.locator('[name=intent][value=macro]').click()
  await expect(page.locator('#macro-preview')).toContainText(words.previewed)
  await page.locator('#macro-preview form button').click()
  await expect(page.locator('#reply')).toHaveValue(new RegExp(words.asksFor))
  await composer.locator('button.btn[name=intent][value=wait]').click()
  await expect(page.locator('#fresh')).toContainText(/\d/)
  return new URL(page.url()).pathname
}

/** More than an agent may give alone: a lead has to agree. */
async function makeGood(agent: Page, lead: Page, { words, path }: { words: Words; path: string }) {
  const reason = unique('Ci dispiace davvero')
  await agent.locator('#remedies summary').click()
  await agent.locator('#amount').fill('350')
  await agent.locator('#reason').fill(reason)
  await agent.locator('#remedies form button').click()
  await expect(agent.locator('#remedies')).toContainText(words.asked)
  await lead.goto('/staff/care/remedies')
  const wish = lead.locator('li.grant').filter({ hasText: reason })
  await wish.locator('button[value=approve]').click()
  await expect(lead.locator('li.grant').filter({ hasText: reason })).toHaveCount(0)
  await agent.goto(path)
  await expect(agent.locator('#remedies')).not.toContainText(words.asked)
  return reason
}

/** The member gets the answer as a mail, and answers it with one. */
async function writeBack(page: Page, email: string, { words, subject }: Told) {
  const mail = await mailTo(email, words.asksFor)
  expect(mail.text).toContain(words.product)
  expect(mail.subject).not.toContain(subject)
  const [{ address: to } = {}] = mail.replyTo!.value
  expect(to).toMatch(new RegExp(careAddress.replace('@', '\\+[\\w-]+@')))
  const quoted = mail.text!.trim().replace(/^/gm, '> ')
  const came = await bringMail(page, {
    ...{ from: `<${email}>`, to, subject: `Re: ${mail.subject}` },
    text: `${words.reply}\r\n\r\n${quoted.replaceAll('\n', '\r\n')}`,
    headers: { 'In-Reply-To': mail.messageId! },
  })
  expect(came).toBe('reply')
}

/** The agent writes a draft; the member publishes it in words of their own. */
async function becomeIdea(agent: Page, member: Page, { words, id }: { words: Words; id: string }) {
  const title = unique(words.idea)
  await agent.locator('#links details summary').click()
  await agent.locator('#ideaTitle').fill(title)
  await agent
    .locator('#ideaBody')
    .fill('Una proposta per le confezioni, da scrivere come preferisci.')
  await agent.locator('#links [name=intent][value=invite]').click()
  await expect(agent.locator('#links')).not.toContainText(title)

  await member.goto(`/me/cases/${id}`)
  await main(member).locator('a[href^="/ideas/new?draft="]').click()
  await expect(member.locator('[name=title]')).toHaveValue(title)
  await member.locator('[name=body]').fill(words.ownWords)
  await member.locator('[name=category]').first().check()
  await main(member).locator('button[name=intent][value=publish]').click()
  return title
}

for (const { lang, script } of [
  { lang: 'it', script: true },
  { lang: 'en', script: false },
] as const)
  test(`a complaint with a photo, answered, made good, rated, and become an idea, in ${lang}${script ? '' : ', without JavaScript'}`, async ({
    browser,
  }) => {
    test.slow()
    const words = tongues[lang]
    const how = { lang, javaScriptEnabled: script }
    const canary = unique('c4n4ry').replace(' ', '-')
    const story = { words, script, subject: unique(words.subject) }
    const begun = mailsSoFar()
    const [{ page: member, email }, visitor, agent, lead] = await Promise.all([
      newcomer(browser, 'Nives', { ...how, ...phone }),
      guest(browser, { ...how, ...phone }),
      agentOf(browser, how),
      somebody(browser, false, 'admin@valdoro.example'),
    ])

    await complain(visitor, email, story)
    await visitor.goto(await linkTo(email, '/contact/confirm/'))
    await main(visitor).locator('form button').click()
    await expect(main(visitor).locator('form')).toHaveCount(0)

    const path = await answer(agent, { ...story, canary })
    const id = path.split('/').at(-1)!
    const reason = await makeGood(agent, lead, { words, path })
    await writeBack(visitor, email, story)

    await agent.goto(path)
    const last = agent.locator('.said[data-side=member]').last()
    await expect(last.locator('p.as-written').first()).toHaveText(words.reply)
    await agent.locator('.head-acts [name=intent][value=solve]').click()
    await expect(agent).not.toHaveURL(new RegExp(id))
    await agent.goto(path)
    await expect(agent.locator('.chip[data-state=solved]')).toBeVisible()

    const title = await becomeIdea(agent, member, { words, id })
    await visitor.goto(new URL(member.url()).pathname)
    await expect(main(visitor).getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(main(visitor)).toContainText(words.ownWords)
    const publicPage = await visitor.content()
    for (const secret of [canary, email, story.subject, words.reply, id])
      expect(publicPage).not.toContain(secret)

    await member.goto(`/me/cases/${id}`)
    for (const said of [words.solved, words.sorry, reason, words.reply, words.asksFor])
      await expect(main(member)).toContainText(said)
    expect(await member.content()).not.toContain(canary)

    await visitor.goto(await linkTo(email, '/rate/'))
    await visitor.locator('[name=score][value="5"]').check()
    await main(visitor).locator('form button').last().click()
    await expect(main(visitor)).toContainText(words.content)

    for (const { subject, text, html, attachments } of await mailsSince(begun))
      expect(JSON.stringify({ subject, text, html, attachments })).not.toContain(canary)
  })

/** The house's own agent in Italian; in English a colleague who has just come. */
async function agentOf(browser: Browser, how: { lang: 'it' | 'en'; javaScriptEnabled: boolean }) {
  if (how.lang === 'en')
    return (await newcomer(browser, 'Ruth', { ...how, ...desk, role: 'care' })).page
  const page = await guest(browser, { ...how, ...desk })
  await signIn(page, 'care@valdoro.example')
  return page
}
