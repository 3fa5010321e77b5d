import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { appeal } from '#app/domain/appeals/appeal.server.ts'
import { decideAppeal } from '#app/domain/appeals/decide.server.ts'
import { findReceipt } from '#app/domain/appeals/receipt.server.ts'
import { resubmit } from '#app/domain/appeals/resubmission.server.ts'
import { deleteComment, postComment } from '#app/domain/comments/comment.server.ts'
import { hideComment } from '#app/domain/comments/hide.server.ts'
import { openDossier, openDossierOf } from '#app/domain/dossiers/dossier.server.ts'
import { assignEvaluator } from '#app/domain/dossiers/evaluator.server.ts'
import { concludeDossier, publishDossier } from '#app/domain/dossiers/publish.server.ts'
import { reconcile } from '#app/domain/dossiers/reconcile.server.ts'
import { addRemark } from '#app/domain/dossiers/remark.server.ts'
import { saveScores } from '#app/domain/dossiers/score.server.ts'
import { followIdea } from '#app/domain/follows/follow.server.ts'
import { editIdea } from '#app/domain/ideas/edit.server.ts'
import { keepImage } from '#app/domain/ideas/image.server.ts'
import { publicProfile } from '#app/domain/ideas/profile.server.ts'
import { publishIdea, writeIdea } from '#app/domain/ideas/publish.server.ts'
import { shutOut } from '#app/domain/identity/standing.server.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import {
  exportedComments,
  exportedIdeas,
  exportedVotes,
} from '#app/domain/imports/export.server.ts'
import { askDigest, digestReaders } from '#app/domain/notifications/digest.server.ts'
import { decide } from '#app/domain/rounds/decide.server.ts'
import { openRound } from '#app/domain/rounds/open.server.ts'
import { planRound } from '#app/domain/rounds/plan.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { answerIdea } from '#app/domain/workflow/answer.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { newId } from '#db/columns.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { jobs } from '#db/schema/jobs.ts'
import { notifications } from '#db/schema/notifications.ts'
import { auditEntries } from '#db/schema/site.ts'
import { people } from '#db/schema/identity.ts'
import { type House, openHouse, type Stand, standing } from '#tests/house.ts'
import { person } from '#tests/world.ts'

// One word for each secret: the search would find it as a word, and a page as a text.
const secrets = {
  hidden: 'zanzibarica',
  revision: 'quokkarella',
  draft: 'wombatilia',
  waiting: 'narvalessa',
  deletedComment: 'ornitorinca',
  roundNote: 'bradipessa',
  roundChange: 'capibarella',
  hiddenComment: 'axolotlina',
  insideHidden: 'pangolinda',
  bio: 'tapirosa',
  appealed: 'capibarina',
  resubmitted: 'ocelottona',
  message: 'fennecchia',
  upheld: 'gibbonella',
}
const text = (word: string) => ({
  title: `A refill station ${word} for rusks`,
  body: `Bring your own tin, ${word}, pay by weight, throw nothing away.`,
  categoryId: 'packaging',
  tags: ['refill', word],
  locale: 'en' as const,
})

// Whole crawls of the house: as long as a busy machine needs.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

let house: House
let stand: Stand
let fan: Person
let numbers: Record<'hidden' | 'draft' | 'waiting', number>
let imageIds: string[]
let inHidden: string
let refusedNumbers: number[]
let inRound: number

beforeAll(async () => {
  house = await openHouse()
  stand = await standing()
  const { ann, ben, mo } = stand
  await transaction(async (tx) => {
    fan = await person(tx, 'fan')
    const open = await publishIdea(tx, ann, text(secrets.revision))
    await editIdea(tx, ann, { number: open.number, version: open.version }, text(secrets.hidden))
    const draft = await writeIdea(tx, ann, text(secrets.draft))
    const waiting = await writeIdea(tx, ann, text(secrets.waiting), {
      status: 'pending_review',
      place: 'private',
    })
    numbers = { hidden: open.number, draft: draft.number, waiting: waiting.number }
    imageIds = [newId(), newId()]
    const about = { purpose: 'idea' as const, alt: 'x' }
    const stored = { width: 9, height: 9, bytes: 9 }
    await keepImage(tx, ann.id, { id: imageIds[0]!, ...stored }, { ...about, ideaId: open.id })
    await keepImage(tx, ann.id, { id: imageIds[1]!, ...stored }, { ...about, ideaId: draft.id })

    await castVote(tx, fan, open.number)
    await followIdea(tx, fan, open.number)
    const said = await postComment(tx, ben, open.number, { body: `Here ${secrets.insideHidden}` })
    inHidden = (said as { id: string }).id
    await postComment(tx, fan, open.number, { body: `Here ${secrets.insideHidden}` })
    const under = stand.refillStation.number
    const gone = await postComment(tx, ben, under, { body: `Take back ${secrets.deletedComment}` })
    await deleteComment(tx, ben, (gone as { id: string }).id)
    const out = await postComment(tx, ben, under, {
      body: `Out ${secrets.hiddenComment} @${fan.handle}`,
    })
    await hideComment(tx, mo, (out as { id: string }).id, { reason: 'house_rules' })
    const note = 'Personal data inside.'
    await moveIdea(tx, mo, open.number, { to: 'hidden', note, reason: 'personal_data' as never })
    await refuseAndHear(tx)
    await decideInside(tx)
    const bad = await person(tx, 'bad')
    await tx.update(people).set({ bio: secrets.bio }).where(eq(people.id, bad.id))
    await postComment(tx, bad, under, { body: 'Still here' })
    await shutOut(tx, bad.id, null)
  })
})
afterAll(() => house.close())

/** An idea is in an open round, and what is to become of it is decided but not told. */
async function decideInside(tx: Tx) {
  const { eva } = stand
  const baker = await person(tx, 'baker')
  const idea = await publishIdea(tx, baker, {
    title: 'A shelf for yesterday’s bread',
    body: 'At half the price, after six.',
    categoryId: 'products',
    tags: [],
  })
  inRound = idea.number
  await followIdea(tx, fan, inRound)
  await moveIdea(tx, eva, inRound, { to: 'shortlisted', note: 'Wanted by many.' })
  const later = new Date(Date.now() + 30 * 86_400_000)
  await planRound(tx, eva, {
    ...{ titleIt: 'Giro uno', titleEn: 'Round one', opensAt: new Date(), closesAt: later },
    ...{ capacity: 5, perCategory: null },
  })
  await openRound(tx, eva, 1)
  const said = { note: `No ${secrets.roundNote}`, couldChange: `If ${secrets.roundChange}` }
  const decision = { to: 'declined', reason: 'legal' as const, version: 1, ...said }
  const kept = await decide(tx, eva, { number: 1, idea: inRound }, decision)
  if (kept !== 'kept') throw new Error(`Nothing was decided: ${kept}`)
}

/** Two of Ann's ideas are refused: one waits with new words, of the other an appeal was turned down. */
async function refuseAndHear(tx: Tx) {
  const { ann, ada, eva } = stand
  const no = { to: 'declined', note: 'Not now.', reason: 'too_costly' as const }
  const [rewritten, asked] = [
    await publishIdea(tx, ann, text('refused')),
    await publishIdea(tx, ann, text('refused')),
  ]
  for (const { number } of [rewritten, asked]) await moveIdea(tx, eva, number, no)
  const decisionOf = async ({ number }: { number: number }) =>
    (await findReceipt(tx, ann, number))!.decision.id
  const words = { decision: await decisionOf(rewritten), message: `Just ${secrets.message}` }
  const sent = { ...words, text: text(secrets.resubmitted) }
  expect(await resubmit(tx, ann, rewritten.number, sent)).toBe('resubmitted')
  const body = `Look again, ${secrets.appealed}`
  const decision = await decisionOf(asked)
  expect(await appeal(tx, ann, asked.number, { decision, body })).toBe('appealed')
  const { id } = (await findReceipt(tx, ann, asked.number))!.appeal!
  const wish = { answer: `No, ${secrets.upheld}`, note: '', from: 'declined' }
  expect(await decideAppeal(tx, ada, id, { ...wish, outcome: 'upheld' })).toBe('upheld')
  refusedNumbers = [rewritten.number, asked.number]
}

async function see(path: string, viewer?: Person) {
  const Cookie = viewer ? `granaio_session=${await startSession(viewer.id, '', '')}` : ''
  const answer = await fetch(house.origin + path, { headers: { Cookie } })
  return { status: answer.status, text: await answer.text() }
}

function windows() {
  const words = Object.values(secrets)
  const sorts = ['hot', 'top', 'new', 'updated'].map((sort) => `/ideas?sort=${sort}`)
  const statuses = ['draft', 'pending_review', 'hidden'].map((status) => `/ideas?status=${status}`)
  const { number, slug } = stand.refillStation
  const { ann, ben, fan: _ } = { ...stand, fan }
  return [
    ...['/', '/ideas', '/roadmap', '/realised', '/feed.xml', '/sitemap.xml', '/robots.txt'],
    ...[
      ...sorts,
      ...statuses,
      `/ideas?author=${ann.handle}`,
      '/ideas?answered=1',
      '/ideas?tag=refill',
    ],
    ...words.flatMap((word) => [
      `/ideas?tag=${word}`,
      `/ideas/similar?title=${word}+refill+station`,
    ]),
    ...[`/ideas/${number}/${slug}`, `/ideas/${number}/history`, `/ideas/${number}/feed.xml`],
    ...['useful', 'oldest'].map((sort) => `/ideas/${number}/${slug}?comments=${sort}`),
    ...[ann, ben, fan].map(({ handle }) => `/members/${handle}`),
    `/ideas/${number}/og.png`,
    ...refusedNumbers.flatMap((refused) => [
      ...['', '/history', '/feed.xml'].map((page) => `/ideas/${refused}${page}`),
      ...['', '/appeal', '/resubmission'].map((page) => `/me/ideas/${refused}/decision${page}`),
    ]),
    ...['/rounds', '/rounds/1', `/ideas/${inRound}`, `/ideas/${inRound}/feed.xml`],
    ...['', '/ideas/1', '/publication', '/decisions.csv'].map((page) => `/staff/rounds/1${page}`),
    '/staff/appeals',
    '/transparency',
  ]
}

test.each(['guest', 'stranger', 'follower'])(
  '[#46 #48] nothing unpublished, hidden or taken back shows through any window to a %s',
  async (who) => {
    const viewer = { guest: undefined, stranger: stand.ben, follower: fan }[who]
    const own = who === 'follower' ? ['/me', '/me/votes', '/me/followed', '/me/notifications'] : []
    const leaks: string[] = []
    for (const path of [...windows(), ...own]) {
      const { text } = await see(path, viewer)
      // What was asked for stands in the page's own links.
      const said = text.replaceAll(/(href|value|content|action)="[^"]*"/g, '')
      for (const [name, word] of Object.entries(secrets))
        if (said.includes(word) && !path.includes(word)) leaks.push(`${path}: ${name}`)
        else if (path.includes('similar') && text.includes(word)) leaks.push(`${path}: ${name}`)
    }
    expect(leaks).toEqual([])
    for (const word of Object.values(secrets)) {
      const { text } = await see(`/ideas?q=${word}`, viewer)
      expect(text.includes('class="idea-card') || text.includes('vote-form tile')).toBe(false)
    }
  },
)

const behind = ['', '/x', '/history', '/feed.xml', '/og.png', '/flags', '/edit', '/comments']

test.each(['hidden', 'draft', 'waiting'] as const)(
  '[#44 #48] an idea that is %s is not there, at any of its doors, for any act',
  async (which) => {
    const at = `/ideas/${numbers[which]}`
    for (const path of behind) {
      const { status, text } = await see(at + path, stand.ben)
      expect([path, status]).toEqual([path, 404])
      const unknown = await see(`/ideas/999999${path}`, stand.ben)
      const plain = (page: string) => page.replaceAll(/[0-9a-f-]{36}|\d+/g, '')
      expect(plain(text)).toBe(plain(unknown.text))
    }
    const Cookie = `granaio_session=${await startSession(stand.ben.id, '', '')}`
    const acts = {
      vote: 'intent=cast',
      follow: 'intent=follow',
      comments: 'body=Hello',
      flags: 'reason=spam',
    }
    for (const [act, body] of Object.entries(acts)) {
      const headers = {
        Cookie,
        Origin: house.origin,
        'Content-Type': 'application/x-www-form-urlencoded',
      }
      const answer = await fetch(`${house.origin}${at}/${act}`, {
        method: 'POST',
        body,
        headers,
        redirect: 'manual',
      })
      expect([act, answer.status]).toEqual([act, 404])
    }
  },
)

test('[#48] a draft is its author’s alone, whatever the role of whoever asks', async () => {
  const { ann, ada, eva, mo } = stand
  for (const staff of [ada, eva, mo]) {
    expect((await see(`/ideas/${numbers.draft}`, staff)).status).toBe(404)
    expect((await see(`/images/${imageIds[1]}/large`, staff)).status).toBe(404)
    expect((await see(`/staff/ideas?q=${secrets.draft}`, staff)).text).not.toContain(
      `${secrets.draft} for`,
    )
    expect(
      (await see(`/staff/ideas?q=${numbers.draft}&idea=${numbers.draft}`, staff)).text,
    ).not.toContain(secrets.draft)
  }
  expect(
    await transaction((tx) => answerIdea(tx, eva, numbers.draft, { body: 'No' })),
  ).toBeUndefined()
  expect((await see(`/ideas/${numbers.draft}`, ann)).status).toBe(200)
  expect((await see(`/ideas/${numbers.waiting}`, mo)).status).toBe(200)
})

test('[#45 #48] comments on what is hidden, and pictures of it, are not there', async () => {
  for (const path of [
    `/comments/${inHidden}`,
    `/comments/${inHidden}/flags`,
    `/images/${imageIds[0]}/large`,
  ])
    for (const viewer of [undefined, fan])
      expect((await see(path, viewer)).text).not.toMatch(/pangolinda|zanzibarica/)
  expect((await see(`/comments/${inHidden}`)).status).toBe(404)
})

test('[#48] what is hidden counts for nobody in public', async () => {
  expect((await publicProfile(db, fan.handle))?.counts).toMatchObject({ comments: 0, votes: 0 })
  expect((await publicProfile(db, stand.ann.handle))?.counts).toMatchObject({ ideas: 3 })
  expect((await publicProfile(db, stand.ben.handle))?.counts).toMatchObject({ comments: 1 })
})

test('[#48] neither the export nor the digest tells of it', async () => {
  const told: unknown[] = []
  for (const rows of [exportedIdeas(db), exportedComments(db), exportedVotes(db)])
    for await (const row of rows) told.push(row)
  for await (const readers of digestReaders(db, 8))
    for (const id of readers) await transaction((tx) => askDigest(tx, id, '2026-11-22'))
  const mails = (await db.select().from(jobs).where(eq(jobs.kind, 'mail'))).filter(
    ({ key, payload }) =>
      key.startsWith('digest:') &&
      (payload as { to: string }).to !== `${stand.ann.handle}@example.org`,
  )
  const all = JSON.stringify([told, mails])
  for (const word of Object.values(secrets)) expect(all).not.toContain(word)
})

/** A word in every field of two dossiers, one published and one not, that is the team's alone. */
const weighed = {
  duty: 'cormorana',
  note: 'marmottina',
  remark: 'salamandria',
  settled: 'lontrassa',
  explanation: 'tassobarbina',
  evaluator: 'Furettina',
}
const criteria = ['technical', 'cost', 'time', 'brand', 'sustainability', 'legal']

/** Weighs an idea of Ann's up to its publication, or until just before it. */
async function weigh(isPublished: boolean) {
  const { ann, ada, eva } = stand
  return transaction(async (tx) => {
    const scorer = await person(tx, weighed.evaluator, ['evaluator'])
    const { number, id } = await publishIdea(tx, ann, text(isPublished ? 'open' : 'covered'))
    await openDossier(tx, ada, number)
    for (const one of [scorer, eva])
      await assignEvaluator(tx, ada, number, { evaluatorId: one.id, duty: weighed.duty })
    const { id: dossierId } = (await openDossierOf(tx, id))!
    const rows = (score: number) => criteria.map((criterionId) => ({ criterionId, score }))
    const given = (score: number) => rows(score).map((row) => ({ ...row, note: weighed.note }))
    await saveScores(tx, scorer, number, { dossierId, given: given(1) })
    await saveScores(tx, eva, number, { dossierId, given: given(5) })
    await addRemark(tx, eva, number, { dossierId, criterionId: 'cost', body: weighed.remark })
    const version = async () => (await openDossierOf(tx, id))!.version
    const settled = rows(3).map((row) => ({ ...row, remark: weighed.settled }))
    await reconcile(tx, ada, number, { dossierId, version: await version(), given: settled })
    const ranges = { costFrom: 10, costTo: 20, weeksFrom: 1, weeksTo: 2 }
    const explanation = isPublished ? 'We can do it by May.' : weighed.explanation
    const said = { dossierId, version: await version(), ...ranges, explanation }
    await concludeDossier(tx, ada, number, said)
    const shown = { dossierId, version: await version() }
    if (isPublished) await publishDossier(tx, ada, number, shown)
    await castVote(tx, fan, number)
    return { number, dossierId }
  })
}

test('[#46] what evaluators score, note, say and write reaches nobody outside their team', async () => {
  const [open, covered] = [await weigh(true), await weigh(false)]
  const { ann, mo } = stand
  const [care, editor] = await transaction(async (tx) => [
    await person(tx, 'cara', ['care']),
    await person(tx, 'edo', ['editor']),
  ])
  const own = ['/me', '/me/notifications', '/me/ideas']
  const staff = ['/staff/ideas', '/staff/realised', '/staff/appeals', '/staff/merges']
  const pages = [open, covered].flatMap(({ number }) => [
    ...['', '/x', '/history', '/feed.xml', '/og.png'].map((end) => `/ideas/${number}${end}`),
    ...[`/staff/ideas?idea=${number}`, `/staff/ideas/${number}/dossier`],
    `/staff/ideas/${number}/realised`,
  ])
  const words = Object.values(weighed)
  const paths = [
    ...['/', '/ideas', '/roadmap', '/realised', '/feed.xml', '/sitemap.xml', '/transparency'],
    ...['/rounds', '/staff/dossiers', '/staff/dossiers.csv', '/staff/settings/criteria'],
    ...[...pages, ...own, ...staff],
  ]
  const leaks: string[] = []
  for (const viewer of [undefined, stand.ben, ann, fan, care, mo, editor]) {
    for (const path of paths) {
      const { text } = await see(path, viewer)
      for (const word of words)
        if (text.includes(word)) leaks.push(`${viewer?.displayName} ${path}: ${word}`)
    }
    for (const word of words) {
      const { text } = await see(`/ideas?q=${word.toLowerCase()}`, viewer)
      expect(text.includes('class="idea-card')).toBe(false)
    }
  }
  expect(leaks).toEqual([])
  const shown = await see(`/ideas/${open.number}/x`)
  expect(shown.text).toContain('We can do it by May.')
  expect(shown.text).not.toMatch(/"score"|weighted/i)
})

test('[#46] no export, letter, notification, event or audit entry tells of it', async () => {
  const told: unknown[] = []
  for (const rows of [exportedIdeas(db), exportedComments(db), exportedVotes(db)])
    for await (const row of rows) told.push(row)
  for await (const readers of digestReaders(db, 8))
    for (const id of readers) await transaction((tx) => askDigest(tx, id, '2026-11-23'))
  for (const table of [jobs, notifications, activity, auditEntries])
    told.push(await db.select().from(table))
  const { duty: _, evaluator: __, ...words } = weighed
  for (const word of Object.values(words)) expect(JSON.stringify(told)).not.toContain(word)
})
