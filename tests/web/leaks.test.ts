import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { deleteComment, postComment } from '#app/domain/comments/comment.server.ts'
import { hideComment } from '#app/domain/comments/hide.server.ts'
import { followIdea } from '#app/domain/follows/follow.server.ts'
import { editIdea } from '#app/domain/ideas/edit.server.ts'
import { keepImage } from '#app/domain/ideas/image.server.ts'
import { publicProfile } from '#app/domain/ideas/profile.server.ts'
import { publishIdea, writeIdea } from '#app/domain/ideas/publish.server.ts'
import { suspend } from '#app/domain/identity/role.server.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import {
  exportedComments,
  exportedIdeas,
  exportedVotes,
} from '#app/domain/imports/export.server.ts'
import { askDigest, digestReaders } from '#app/domain/notifications/digest.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { answerIdea } from '#app/domain/workflow/answer.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { newId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { jobs } from '#db/schema/jobs.ts'
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
  hiddenComment: 'axolotlina',
  insideHidden: 'pangolinda',
  bio: 'tapirosa',
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

beforeAll(async () => {
  house = await openHouse()
  stand = await standing()
  const { ann, ben, ada, mo } = stand
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
    const bad = await person(tx, 'bad')
    await tx.update(people).set({ bio: secrets.bio }).where(eq(people.id, bad.id))
    await postComment(tx, bad, under, { body: 'Still here' })
    await suspend(tx, ada, bad.id, 'spam')
  })
})
afterAll(() => house.close())

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
  expect(await transaction((tx) => answerIdea(tx, eva, numbers.draft, 'No'))).toBeUndefined()
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
  expect((await publicProfile(db, stand.ann.handle))?.counts).toMatchObject({ ideas: 1 })
  expect((await publicProfile(db, stand.ben.handle))?.counts).toMatchObject({ comments: 1 })
})

test('[#48] neither the export nor the digest tells of it', async () => {
  const told: unknown[] = []
  for (const rows of [exportedIdeas(db), exportedComments(db), exportedVotes(db)])
    for await (const row of rows) told.push(row)
  for await (const readers of digestReaders(db))
    for (const id of readers) await transaction((tx) => askDigest(tx, id, '2026-11-22'))
  const mails = (await db.select().from(jobs).where(eq(jobs.kind, 'mail'))).filter(
    ({ key, payload }) =>
      key.startsWith('digest:') &&
      (payload as { to: string }).to !== `${stand.ann.handle}@example.org`,
  )
  const all = JSON.stringify([told, mails])
  for (const word of Object.values(secrets)) expect(all).not.toContain(word)
})
