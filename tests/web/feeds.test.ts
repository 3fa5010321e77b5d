import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { placeIdea, publishIdea } from '#app/domain/ideas/publish.server.ts'
import { realisedIdeas } from '#app/domain/ideas/roadmap.server.ts'
import { publicProfile } from '#app/domain/ideas/profile.server.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { loader as board } from '#app/routes/ideas/board.tsx'
import { loader as ideaNews } from '#app/routes/ideas/feed.ts'
import { loader as newIdeas } from '#app/routes/feed.ts'
import { loader as home } from '#app/routes/home.tsx'
import { loader as picture } from '#app/routes/og.ts'
import { loader as profile } from '#app/routes/members/profile.tsx'
import { loader as realised } from '#app/routes/realised.tsx'
import { loader as roadmap } from '#app/routes/roadmap.tsx'
import { loader as siteMap } from '#app/routes/sitemap.ts'
import { db, transaction } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { officialAnswers } from '#db/schema/workflow.ts'
import { answerOf, knock } from '#tests/visit.ts'
import { world } from '#tests/world.ts'
import { xssCorpus } from '../domain/xss-corpus.ts'

/** Fails on anything but well-formed XML: every mark escaped, every element closed in its order. */
function expectWellFormed(text: string) {
  const open: string[] = []
  const body = text.replace(/^<\?xml [^?]*\?>/, '')
  const piece = /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy
  let at = 0
  for (const found of body.matchAll(piece)) {
    expect(found.index).toBe(at)
    at += found[0].length
    const [, closing, name = '', attributes = '', empty, words = ''] = found
    expect(`${attributes}${words}`.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[&<]/)
    if (closing) expect(open.pop()).toBe(name)
    else if (name && !empty) open.push(name)
  }
  expect(at).toBe(body.length)
  expect(open).toEqual([])
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u)
}

const asked = (load: (knock: never) => unknown, path: string, params = {}) =>
  answerOf(async () => load(knock(path, undefined, { params }) as never))
const textOf = async (answer: Promise<Response>) => (await answer).text()

test('[#3] whatever people write, feeds and the site map stay well-formed', async () => {
  const { ann, ben, refillStation } = await world()
  await transaction(async (tx) => {
    await tx.update(people).set({ displayName: '<b>"Ann" & co' }).where(eq(people.id, ann.id))
    for (const [i, raw] of xssCorpus.entries()) {
      const evil = raw.replaceAll('\u0000', '')
      const said = {
        title: `${evil} ${i}`,
        body: `${evil}\n\n]]> \u000b`,
        tags: [],
        categoryId: 'packaging',
      }
      await publishIdea(tx, ann, said)
      await postComment(tx, ben, refillStation.number, { body: `${evil} 🥖` })
    }
  })
  const feed = await textOf(asked(newIdeas, '/feed.xml'))
  expectWellFormed(feed)
  expect(feed).not.toContain('<script')
  const news = await textOf(
    asked(ideaNews, '/ideas/1/feed.xml', { number: String(refillStation.number) }),
  )
  expectWellFormed(news)
  expect(news.match(/<entry>/g)?.length).toBe(40)
  expectWellFormed(await textOf(asked(siteMap, '/sitemap.xml')))
})

test('[#48] a hidden idea is in no feed, map, picture, gallery, profile, number or page', async () => {
  const { ann } = await world()
  const secret = 'zafferanosegreto'
  const idea = await transaction(async (tx) => {
    const written = await publishIdea(tx, ann, {
      title: `Idea ${secret} da non vedere`,
      body: `Tutto ${secret}, tutto qui dentro.`,
      categoryId: 'products',
      tags: [secret],
    })
    return (await placeIdea(tx, written, { status: 'hidden', place: 'private' }, [secret]))!
  })
  const params = { number: String(idea.number), handle: ann.handle }
  const open = [
    asked(newIdeas, '/feed.xml').then((answer) => answer.text()),
    asked(siteMap, '/sitemap.xml').then((answer) => answer.text()),
    ...[
      asked(home, '/'),
      asked(board, '/ideas?sort=new'),
      asked(board, '/ideas?status=hidden'),
      asked(board, '/ideas?tag=' + secret),
      asked(board, `/ideas?author=${ann.handle}`),
      asked(board, `/ideas?q=${secret}`),
      asked(roadmap, '/roadmap'),
      asked(realised, '/realised'),
      asked(profile, `/members/${ann.handle}`, params),
    ].map((answer) =>
      answer.then((data) => JSON.stringify((data as { cards?: unknown }).cards ?? data)),
    ),
  ]
  for (const text of await Promise.all(open)) expect(text).not.toContain(secret)
  for (const load of [ideaNews, picture])
    expect((await asked(load, `/ideas/${idea.number}`, params)).status).toBe(404)
})

test('the picture of an idea is 1200 by 630, whatever its title holds, and drawn once', async () => {
  const { ann } = await world()
  const draw = async (title: string) => {
    const idea = await transaction((tx) =>
      publishIdea(tx, ann, {
        title,
        body: 'Un testo qualunque.',
        categoryId: 'products',
        tags: [],
      }),
    )
    const load = () => asked(picture, '/', { number: String(idea.number) })
    const drawn = Buffer.from(await (await load()).arrayBuffer())
    expect(Buffer.from(await (await load()).arrayBuffer()).equals(drawn)).toBe(true)
    const { width, height, format } = await sharp(drawn).metadata()
    expect([width, height, format]).toEqual([1200, 630, 'png'])
    return (await sharp(drawn).extract({ left: 80, top: 150, width: 760, height: 350 }).stats())
      .entropy
  }
  const empty = await draw('🥖🥖🥖🥖🥖🥖🥖🥖🥖🥖')
  for (const title of [
    'Etichette che si leggono senza occhiali, più grandi e più in alto, perché la nonna ha ragione',
    '<svg onload=alert(1)> & "pane" ‹Łódź› ŻÓŁĆ',
    'W'.repeat(100),
  ])
    expect(await draw(title)).toBeGreaterThan(empty)
})

test('what became real is told with the brand’s last answer, and numbers say so', async () => {
  const { ann, refillStation } = await world()
  await transaction(async (tx) => {
    await changeSettings(tx, { name: 'Forno & Figli' })
    await placeIdea(tx, refillStation, { status: 'realised', place: 'board' }, [])
    const [answer] = await tx
      .insert(officialAnswers)
      .values({ ideaId: refillStation.id, team: 'Forno', body: 'Da oggi **c’è**.' })
      .returning()
    await tx
      .update(ideas)
      .set({ answeredAt: answer!.publishedAt })
      .where(eq(ideas.id, refillStation.id))
  })
  const { ideas: done } = await realisedIdeas(db)
  expect(done.find(({ id }) => id === refillStation.id)?.story).toMatchObject({ team: 'Forno' })
  expect((await publicProfile(db, ann.handle))?.counts).toMatchObject({ ideas: 1, done: 1 })
})

test('a profile is there for members, not for strangers who came with an import', async () => {
  const { ann } = await world()
  await transaction((tx) =>
    tx.update(people).set({ source: 'elsewhere:1' }).where(eq(people.id, ann.id)),
  )
  expect(await publicProfile(db, ann.handle)).toBeUndefined()
  expect(await publicProfile(db, 'nobody_here')).toBeUndefined()
})
