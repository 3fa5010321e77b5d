import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { faqDraftOf } from '#app/domain/care/faq-draft.server.ts'
import { addMessage } from '#app/domain/care/message.server.ts'
import { openCase } from '#app/domain/care/open.server.ts'
import { withoutPersonalData } from '#app/domain/care/redact.rules.ts'
import {
  addCategory,
  placeCategory,
  removeCategory,
  renameCategory,
} from '#app/domain/faq/category.server.ts'
import { type ArticleText, rewriteArticle, writeArticle } from '#app/domain/faq/edit.server.ts'
import { isSlip } from '#app/domain/faq/faq-search.rules.ts'
import {
  faqCategoryList,
  findArticle,
  popularArticles,
  publishedArticles,
  searchArticles,
  suggestedArticles,
} from '#app/domain/faq/faq.server.ts'
import { sayUseful, wordsAbout } from '#app/domain/faq/feedback.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { faqArticles, faqFeedback } from '#db/schema/faq.ts'
import { auditEntries } from '#db/schema/site.ts'
import { faqTexts } from '#db/demo/faq-texts.ts'
import { person, world } from '#tests/world.ts'

const about = (text: Partial<ArticleText> = {}): ArticleText => ({
  ...{ categoryId: 'products', topicId: null, state: 'published', position: 0 },
  ...{ titleIt: 'Dove leggo gli allergeni?', titleEn: 'Where are the allergens?' },
  ...{ bodyIt: 'Sono sulla confezione, in grassetto.', bodyEn: 'On the package, in bold.' },
  ...text,
})
const write = (editor: Person, text: Partial<ArticleText> = {}) =>
  transaction(
    async (tx) => (await writeArticle(tx, editor, about(text))) as { id: string; slug: string },
  )

/** The questions of a bakery, written by Eddie. */
async function house() {
  const people = await world()
  const eddie = await transaction((tx) => person(tx, 'eddie', ['editor']))
  for (const { useful: _u, useless: _l, words: _w, topicId = null, ...text } of faqTexts)
    await write(eddie, { ...text, topicId })
  return { ...people, eddie }
}

const titles = async (typed: string) => (await searchArticles(db, typed)).map((one) => one.titleIt)

test('a search finds what was meant, in either language, the title first, with a slip forgiven', async () => {
  await house()
  const allergens = 'Dove trovo gli allergeni e gli ingredienti?'
  expect((await titles('allergeni'))[0]).toBe(allergens)
  expect((await titles('ALLERGENE'))[0]).toBe(allergens)
  expect((await titles('alergeni'))[0]).toBe(allergens)
  expect((await titles('allregeni'))[0]).toBe(allergens)
  expect((await titles('where are the allergens?'))[0]).toBe(allergens)
  expect((await titles('orari negozio'))[0]).toBe('Quali sono gli orari dei negozi?')
  // In the title it is what the answer is about; in the text it is told beside.
  expect((await titles('lotto'))[0]).toMatch(/prodotto rotto/)
  expect(await titles('xyzzy')).toEqual([])
  expect(await titles('   ')).toEqual([])
  expect(await titles(`' UNION % _ "`)).toEqual([])
})

test('one letter away is a slip, two are another word, and short words forgive nothing', () => {
  for (const [one, other] of [
    ['pane', 'pame'],
    ['glutine', 'gluttine'],
    ['glutine', 'glutin'],
    ['orari', 'oarri'],
  ] as const)
    expect([one, other, isSlip(one, other)]).toEqual([one, other, true])
  for (const [one, other] of [
    ['pane', 'cena'],
    ['tre', 'tra'],
    ['premio', 'primis'],
    ['orari', 'orario1'],
  ] as const)
    expect([one, other, isSlip(one, other)]).toEqual([one, other, false])
})

test('drafts and retired answers are read, found and suggested by nobody', async () => {
  const { eddie } = await house()
  const draft = await write(eddie, { state: 'draft', titleIt: 'Segreto ancora da scrivere' })
  const retired = await write(eddie, { state: 'retired', titleIt: 'Segreto di una volta' })
  for (const { slug } of [draft, retired]) expect(await findArticle(db, slug)).toBeUndefined()
  expect(await titles('segreto')).toEqual([])
  const shown = [...(await publishedArticles(db)), ...(await popularArticles(db, 99))]
  expect(shown.some(({ id }) => id === draft.id || id === retired.id)).toBe(false)
  expect(
    await transaction((tx) => sayUseful(tx, 'r', draft.slug, { isUseful: true, comment: '' })),
  ).toBeUndefined()
})

test('whoever writes to care is shown what may answer them: by their words, then by the topic', async () => {
  await house()
  const suggested = async (topicId: string | undefined, text: string) =>
    (await suggestedArticles(db, { topicId, text })).map(({ titleIt }) => titleIt)
  const broken = 'Ho trovato un prodotto rotto, molle o con la confezione aperta'
  expect((await suggested('product', 'Le fette erano molli, confezione aperta'))[0]).toBe(broken)
  expect(await suggested('product', '')).toContain(broken)
  expect(await suggested(undefined, '')).toEqual([])
  expect((await suggested('other', 'il premio richiesto non è arrivato'))[0]).toBe(
    'Il premio che ho richiesto non è arrivato',
  )
  expect((await suggested('order', 'a')).length).toBeLessThanOrEqual(3)
})

test('a reader says once whether an answer helped, and may change their mind', async () => {
  const { eddie } = await house()
  const { id, slug } = await write(eddie)
  const say = (reader: string, isUseful: boolean, comment = '') =>
    transaction((tx) => sayUseful(tx, reader, slug, { isUseful, comment }))
  const counts = async () => {
    const [row] = await db.select().from(faqArticles).where(eq(faqArticles.id, id))
    return [row!.usefulCount, row!.uselessCount]
  }
  expect(await say('ann', true)).toBe('said')
  expect(await say('ann', true)).toBe('same')
  expect(await say('ben', false, 'Dove di preciso?')).toBe('said')
  expect(await counts()).toEqual([1, 1])
  expect(await say('ben', true)).toBe('changed')
  expect(await counts()).toEqual([2, 0])
  // The words stay, and nobody is named beside them.
  const [words] = await wordsAbout(db, id)
  expect(words).toMatchObject({ comment: 'Dove di preciso?', isUseful: true })
  expect(JSON.stringify(words)).not.toContain('ben')
})

test('[#57] what a reader said of an answer leads back to nobody: not by a name, the moment or the order', async () => {
  const { eddie, ada } = await house()
  const slugs = [(await write(eddie)).slug, (await write(eddie, { titleIt: 'Altro?' })).slug]
  for (const slug of slugs)
    for (const reader of [ada, eddie])
      await transaction((tx) => sayUseful(tx, reader.id, slug, { isUseful: false, comment: 'No' }))
  const kept = await db.select().from(faqFeedback).where(eq(faqFeedback.comment, 'No'))
  expect(kept).toHaveLength(4)
  expect(new Set(kept.map(({ reader }) => reader)).size).toBe(4)
  expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${ada.id}|${eddie.id}`))
  expect(new Set(kept.map(({ givenAt }) => +givenAt % 86_400_000))).toEqual(new Set([0]))
  // Ids are chance: none tells which came first.
  for (const { id } of kept) expect(id[14]).toBe('4')
})

test('20 at once by one reader count once', async () => {
  const { eddie } = await house()
  const { id, slug } = await write(eddie)
  await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      transaction((tx) => sayUseful(tx, 'one', slug, { isUseful: i % 2 === 0, comment: '' })),
    ),
  )
  const [row] = await db.select().from(faqArticles).where(eq(faqArticles.id, id))
  expect(row!.usefulCount + row!.uselessCount).toBe(1)
})

test('of two editors who save the same version one is told; addresses are never given twice', async () => {
  const { eddie, ada } = await house()
  const { id, slug } = await write(eddie)
  expect((await write(eddie)).slug).not.toBe(slug)
  const save = (editor: Person, titleIt: string) =>
    transaction((tx) => rewriteArticle(tx, editor, { id, seen: 1 }, about({ titleIt })))
  expect(await save(eddie, 'La prima versione nuova')).toMatchObject({ slug })
  expect(await save(ada, 'La seconda, troppo tardi')).toBe('stale')
  expect((await findArticle(db, slug))?.titleIt).toBe('La prima versione nuova')
  expect(await titles('prima versione')).toContain('La prima versione nuova')
  const written = await transaction((tx) =>
    writeArticle(tx, eddie, about({ categoryId: 'nowhere' })),
  )
  expect(written).toBe('unknown-category')
  const acts = await db.select({ act: auditEntries.act }).from(auditEntries)
  expect(acts.map(({ act }) => act)).toContain('faq.rewritten')
})

test('an answer is born from a case for agents alone, without who it was about', async () => {
  const { ann, eddie, mo } = await house()
  const carla = await transaction((tx) => person(tx, 'Carla Neri', ['care']))
  const found = await transaction(async (tx) => {
    const opened = await openCase(tx, {
      ...{ topicId: 'product', subject: 'Muffa, lotto L22311, sono Giovanna', locale: 'it' },
      ...{ body: 'Ho trovato della muffa', source: 'form', isConfirmed: true },
      ...{ email: 'giovanna@example.org', name: 'Giovanna Bianchi' },
    })
    await addMessage(tx, opened, {
      ...{ side: 'care', authorId: carla.id },
      body: 'Gentile Giovanna,\nscriva a giovanna@example.org o al 335 123 4567. La signora Bianchi abita in via Roma 12.\nConservi la confezione.\n\nCordiali saluti\nCarla Neri',
    })
    return opened
  })
  const draft = await faqDraftOf(db, carla, found.id)
  expect(draft).toMatchObject({ topicId: 'product' })
  expect(JSON.stringify(draft)).not.toMatch(
    /Giovanna|Bianchi|example\.org|335|Roma 12|L22311|Carla|saluti/,
  )
  expect(draft!.bodyIt).toContain('Conservi la confezione.')
  expect(draft).not.toHaveProperty('titleEn')
  for (const other of [ann, eddie, mo])
    expect(await faqDraftOf(db, other, found.id)).toBeUndefined()
})

test('what tells of a person becomes a gap, the rest stays', () => {
  const cleared = (text: string) => withoutPersonalData(text, ['Mario Rossi'])
  expect(cleared('IBAN IT60X0542811101000000123456 ok')).toBe('IBAN […] ok')
  expect(cleared('codice RSSMRA80A01H501U')).toBe('codice […]')
  expect(cleared('Vada su https://granaio.example/rate/abc')).toBe('Vada su […]')
  expect(cleared('Il pane di Mario, non il rossiccio')).toBe('Il pane di […], non il rossiccio')
  expect(cleared('Cuocere 20 minuti a 180 gradi')).toBe('Cuocere 20 minuti a 180 gradi')
})

test('categories are added, renamed, put in order, and deleted once no question is in them', async () => {
  const { eddie } = await house()
  const all = async () => (await faqCategoryList(db)).map(({ id }) => id)
  const before = await all()
  const labels = { labelIt: 'Resi', labelEn: 'Returns' }
  const id = await transaction((tx) => addCategory(tx, eddie, labels))
  expect(await all()).toEqual([...before, id])
  expect(await transaction((tx) => placeCategory(tx, eddie, id, -1))).toBe('moved')
  expect((await all()).indexOf(id)).toBe(before.length - 1)

  const rename = (seen: string, labelIt: string) =>
    transaction((tx) => renameCategory(tx, eddie, { id, seen }, { ...labels, labelIt }))
  expect(await rename('Resi|Returns', 'Resi e rimborsi')).toBe('renamed')
  expect(await rename('Resi|Returns', 'Rimborsi')).toBe('stale')

  const { id: articleId } = await write(eddie, { categoryId: id, state: 'draft' })
  const remove = (which: string) => transaction((tx) => removeCategory(tx, eddie, which))
  expect(await remove(id)).toBe('filled')
  const moved = about({ categoryId: 'shops', state: 'draft' })
  const at = { id: articleId, seen: 1 }
  await transaction((tx) => rewriteArticle(tx, eddie, at, moved))
  expect(await remove(id)).toBe('removed')
  expect(await remove(id)).toBeUndefined()
  expect(await all()).toEqual(before)
  const late = transaction((tx) => writeArticle(tx, eddie, about({ categoryId: id })))
  expect(await late).toBe('unknown-category')
})
