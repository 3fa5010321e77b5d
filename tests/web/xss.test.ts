import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { appeal } from '#app/domain/appeals/appeal.server.ts'
import { findReceipt } from '#app/domain/appeals/receipt.server.ts'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { openDossier } from '#app/domain/dossiers/dossier.server.ts'
import { assignEvaluator } from '#app/domain/dossiers/evaluator.server.ts'
import { renameCategory } from '#app/domain/ideas/category.server.ts'
import { editIdea } from '#app/domain/ideas/edit.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import { editProfile } from '#app/domain/identity/profile.server.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { cancelRound } from '#app/domain/rounds/cancel.server.ts'
import { pickIdea } from '#app/domain/rounds/pick.server.ts'
import { planRound } from '#app/domain/rounds/plan.server.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { askAuthor } from '#app/domain/workflow/question.server.ts'
import { saveView } from '#app/domain/workflow/views.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { transaction, type Tx } from '#db/database.server.ts'
import { xssCorpus } from '#tests/domain/xss-corpus.ts'
import { type House, openHouse, type Stand, standing } from '#tests/house.ts'
import { careTyped } from './xss-care.ts'
import { mentionsTyped } from './xss-mentions.ts'

// Whole crawls of the house: as long as a busy machine needs.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

let house: House
let stand: Stand
let pages: [path: string, viewer?: Person][]

// No form lets a NUL pass.
const told = (at: number) => xssCorpus[at % xssCorpus.length]!.replaceAll('\0', '')
const every = 12

beforeAll(async () => {
  house = await openHouse()
  stand = await standing()
  const { ann, ben, eva, ada } = stand
  const numbers: number[] = []
  await transaction(async (tx) => {
    const name = '"><script>alert(1)</script>'
    await changeSettings(tx, { name })
    await renameCategory(tx, 'packaging', { it: name, en: name })
    await editProfile(tx, ann.id, { displayName: "'><img src=x onerror=alert(1)>", bio: told(7) })
    await editProfile(tx, ben.id, { displayName: '<svg/onload=alert(1)>', bio: told(0) })
    for (let i = 0; i < xssCorpus.length; i += every) {
      const body = Array.from({ length: every }, (_, n) => told(i + n)).join('\n\n')
      const text = { title: told(i), body, categoryId: 'packaging', tags: [told(i + 1)] }
      const { number, version } = await publishIdea(tx, ann, text)
      numbers.push(number)
      await editIdea(tx, ann, { number, version }, { ...text, title: told(i + 2) })
      for (let n = 0; n < every; n++) await postComment(tx, ben, number, { body: told(i + n) })
      const note = told(i + 3)
      await moveIdea(tx, eva, number, { to: 'shortlisted', note, official: true })
      await askAuthor(tx, eva, number, told(i + 4))
    }
    await wordKept(tx, numbers)
  })
  pages = numbers.flatMap((number, i): [string, Person?][] => [
    [`/ideas/${number}`],
    [`/ideas/${number}/history`],
    [`/ideas/${number}/flags`, ben],
    [`/ideas/${number}/edit`, ann],
    [`/staff/ideas?idea=${number}`, eva],
    ...[`/ideas?q=`, '/ideas/similar?title=', '/ideas?tag=', '/ideas?author=']
      .map((at) => at + encodeURIComponent(told(i * every)))
      .map((path): [string] => [path]),
    [`/ideas/new?title=${encodeURIComponent(told(i))}`, ben],
    [`/login?redirectTo=${encodeURIComponent(told(i))}`],
    [`/staff/people?q=${encodeURIComponent(told(i))}`, ada],
  ])
  pages.push(['/'], ['/ideas'], ['/roadmap'], ['/realised'], [`/members/${ann.handle}`])
  pages.push(['/me/notifications', ann], ['/me/comments', ben], ['/me/profile', ben], ['/me', ben])
  const first = `/ideas/${numbers[0]}`
  pages.push(['/rounds'], ['/rounds/1'], ['/transparency'])
  pages.push(['/staff/rounds/1', eva], ['/staff/ideas?view=kanban', eva], ['/staff/merges', eva])
  pages.push(['/staff/dossiers?view=map', eva], ['/staff/promises', eva], ['/staff/appeals', eva])
  pages.push([`/staff${first}/question`, eva], ['/staff/settings/workflow', ada])
  pages.push([`/staff/ideas/${numbers[1]}/dossier`, eva], [`/me${first}/decision`, ann])
  pages.push(['/staff/outbox', ada], ['/staff/ideas', ada], [`/staff/people/${ann.handle}`, ada])
})
afterAll(() => house.close())

/** What the brand says of its ideas: a round with a pick and a cancelling, a dossier, a refusal. */
async function wordKept(tx: Tx, numbers: number[]) {
  const { ann, eva } = stand
  const [refused, weighed, picked] = numbers as [number, number, number]
  const name = told(9).slice(0, 80).padEnd(3, '<')
  const day = (n: number) => new Date(Date.now() + n * 86_400_000)
  const plan = { titleIt: name, titleEn: name, opensAt: day(1), closesAt: day(9), capacity: 3 }
  const round = await planRound(tx, eva, { ...plan, perCategory: null })
  if (round === 'not-allowed') throw new Error(round)
  await pickIdea(tx, eva, round.number, { idea: picked, reason: told(10) })
  await openDossier(tx, eva, weighed)
  await assignEvaluator(tx, eva, weighed, { evaluatorId: eva.id, duty: told(11) })
  await saveView(tx, eva, { name: told(12), search: '', isShared: true })
  const decision = {
    to: 'declined',
    note: told(13),
    couldChange: told(14),
    reason: 'legal',
  } as const
  await moveIdea(tx, eva, refused, decision)
  const { decision: no } = (await findReceipt(tx, ann, refused))!
  await appeal(tx, ann, refused, { decision: no.id, body: told(15) })
  await cancelRound(tx, eva, { number: round.number, version: 1, note: told(16) })
}

const harmless = /^<(script type="module" src="\/[^"]*"|\/script)>$/
const foreign =
  /^(iframe|frame|object|embed|base|math|video|audio|source|noscript|animate|set|body:|x:|g-|style|marquee|applet)/i

const leads = /^(href|src|action)$/
const runs = /^\s*(javascript|data|vbscript|\/\/)/i
// A face that we drew: an <img> runs nothing, whatever its SVG says.
const isPicture = (name: string, src: string) =>
  name === 'img' && /^data:image\/svg\+xml,[\w%=:./ #-]*$/i.test(src)

// The one form of a thread serves the buttons of all its comments.
const isMark = (attribute: string, value: string) =>
  attribute === 'formaction' && /^\/comments\/[0-9a-f-]{36}\/useful$/.test(value)

/** The tags of a page as a browser reads them, and what in them could run. */
function dangersIn(html: string) {
  const dangers: string[] = []
  for (const [tag, name, attributes = ''] of html.matchAll(
    /<([a-z][^\s/>]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/gi,
  )) {
    const names = [...attributes.matchAll(/\s([^\s=>"]+)(?:="([^"]*)")?/g)]
    if (foreign.test(name!)) dangers.push(tag)
    else if (name === 'script' && !harmless.test(tag)) dangers.push(tag)
    for (const [, attribute, value = ''] of names)
      if (isMark(attribute!, value)) continue
      else if (/^(on|srcdoc|formaction|xlink)/i.test(attribute!)) dangers.push(tag)
      else if (leads.test(attribute!) && runs.test(value) && !isPicture(name!, value))
        dangers.push(tag)
  }
  // Whatever else begins like a tag is none that we wrote.
  const rest = html.replace(/<[a-z][^\s/>]*(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*\/?>/gi, '')
  for (const [tag] of rest.matchAll(/<[a-z!?][^>]*>?/gi))
    if (!/^<!(DOCTYPE html|-- -->)/i.test(tag) && tag !== '<!-- -->') dangers.push(tag)
  return dangers
}

test('the look for dangers finds them', () => {
  const raw = xssCorpus.filter(
    (text) => /^<[a-z]/i.test(text) && !/^<(https|a\u2028|scr<)/.test(text),
  )
  expect(raw.filter((text) => !dangersIn(text).length).length).toBeLessThan(10)
})

test('[#1 #2 #5] nothing that was typed anywhere runs on any page, the staff’s and the forms included', async () => {
  const found: unknown[] = []
  for (const [path, viewer] of pages) {
    const Cookie = viewer ? `granaio_session=${await startSession(viewer.id, '', '')}` : ''
    const answer = await fetch(house.origin + path, { headers: { Cookie } })
    expect([path, answer.status]).toEqual([path, 200])
    const dangers = dangersIn((await answer.text()).replace(/<style>[^<]*<\/style>/g, ''))
    if (dangers.length) found.push([path, dangers.slice(0, 2)])
  }
  expect(found).toEqual([])
})

test('[#1 #2 #5 #6] nor does what is typed to care, into help or about a decision: on no page of a guest, a member, an agent or a moderator', async () => {
  const found: unknown[] = []
  let shown = 0
  const pages = [...(await careTyped(stand)), ...(await mentionsTyped())]
  for (const [path, viewer] of pages) {
    const Cookie = viewer ? `granaio_session=${await startSession(viewer.id, '', '')}` : ''
    const answer = await fetch(house.origin + path, { headers: { Cookie } })
    expect([path, answer.status]).toEqual([path, 200])
    const html = (await answer.text()).replace(/<style>[^<]*<\/style>/g, '')
    if (html.includes('alert(1)')) shown++
    const dangers = dangersIn(html)
    if (dangers.length) found.push([path, dangers.slice(0, 2)])
    // [#7] What is elsewhere is a link, never fetched.
    const far = /<img[^>]*src="(?!\/|data:)[^"]*"/.exec(html)
    if (far) found.push([path, far[0]])
  }
  expect(found).toEqual([])
  expect(shown).toBeGreaterThan(30)
})

test('[#3] the feeds and the map hold none of it as marks', async () => {
  for (const path of [
    '/feed.xml',
    '/sitemap.xml',
    `/ideas/${stand.refillStation.number + 1}/feed.xml`,
  ]) {
    const text = await (await fetch(house.origin + path)).text()
    expect(text).not.toMatch(/<(script|img|svg|iframe|a |style)/i)
    expect(text).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/)
  }
})
