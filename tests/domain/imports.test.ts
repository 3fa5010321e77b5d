import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { decidim } from '#app/domain/imports/decidim.rules.ts'
import { type ImportPlan, runImport } from '#app/domain/imports/import.server.ts'
import { madridDebates } from '#app/domain/imports/madrid.rules.ts'
import { ImportMap } from '#app/domain/imports/map.form.ts'
import { mappedCsv } from '#app/domain/imports/mapped-csv.rules.ts'
import { linesOf } from '#app/domain/imports/tally.rules.ts'
import { commentFaults } from '#app/domain/comments/recount.server.ts'
import { ideaFaults } from '#app/domain/ideas/recount.server.ts'
import { furnish } from '#app/domain/workflow/furnish.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { comments } from '#db/schema/comments.ts'
import { categories, ideas } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { votes } from '#db/schema/votes.ts'
import { moves } from '#db/schema/workflow.ts'

const folder = mkdtempSync(join(tmpdir(), 'granaio-import-'))

function file(name: string, text: string | Buffer) {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const head =
  'debate_id,title,description,created_at,cached_votes_total,cached_votes_up,cached_votes_down,comments_count,hot_score,confidence_score,author_id\n'
const said = 'comment_id,debate_id,parent_id,ancestry,depth,body\n'

const mapped = (map: object) => {
  const parsed = ImportMap.parse(map)
  return { format: mappedCsv(parsed, 'town'), map: parsed }
}
const imported = (plan: ImportPlan) => runImport(plan)
const ideaOf = async (source: string) =>
  (await db.select().from(ideas).where(eq(ideas.source, source)))[0]!
const amountOf = async (table: typeof ideas | typeof people | typeof comments) =>
  (await db.select({ n: howMany() }).from(table as typeof ideas))[0]!.n

async function faults() {
  const found = []
  for (const all of [ideaFaults(db), commentFaults(db)])
    for await (const { counter, of } of all) found.push(`${counter} of ${of}`)
  return found
}

beforeAll(() => transaction(furnish))

test('debates come with their counted votes, their date in Madrid and an author who cannot sign in', async () => {
  const path = file(
    'debates.csv',
    `${head}3,"Título, con coma","Línea uno\nlínea dos",2015-09-06T14:00,12,9,3,0,0,1,u00001\n` +
      '4,Sin texto,,2016-01-10T08:00,0,0,0,0,0,1,\n',
  )
  const [tally] = await imported({ format: madridDebates, files: { ideas: path } })

  expect(tally).toMatchObject({ read: 2, imported: 2, repaired: 1, skipped: 0 })
  const idea = await ideaOf('madrid:debate:3')
  expect(idea).toMatchObject({
    votesBase: 12,
    votesCount: 12,
    status: 'voting',
    body: 'Línea uno\nlínea dos',
  })
  expect(idea.publishedAt).toEqual(new Date('2015-09-06T12:00:00Z'))
  expect((await ideaOf('madrid:debate:4')).publishedAt).toEqual(new Date('2016-01-10T07:00:00Z'))
  const [author] = await db.select().from(people).where(eq(people.id, idea.authorId!))
  expect(author).toMatchObject({
    displayName: 'Partecipante u00001',
    email: null,
    passwordHash: null,
  })
  expect(await faults()).toEqual([])
})

test('a second run, zipped or not, imports nothing', async () => {
  const path = file(
    'twice.csv.gz',
    gzipSync(`${head}7,Uno,Texto,2015-09-06T14:00,1,1,0,0,0,1,u00009\n`),
  )
  const talk = file('twice-said.csv', `${said}70,7,,,0,Bien\n71,7,70,70,1,Muy bien\n`)
  const plan = { format: madridDebates, files: { ideas: path, comments: talk } }
  const first = await imported(plan)
  const before = [await amountOf(ideas), await amountOf(people), await amountOf(comments)]
  const second = await imported(plan)

  expect(first.map((tally) => tally.imported)).toEqual([1, 2])
  expect(second.map((tally) => [tally.imported, tally.there])).toEqual([
    [0, 1],
    [0, 2],
  ])
  expect([await amountOf(ideas), await amountOf(people), await amountOf(comments)]).toEqual(before)
})

test('one bad row never stops it: each is skipped with its reason and its line', async () => {
  const path = file(
    'bad.csv',
    `${head}20,Buena,"dos\nlíneas",2015-09-06T14:00,1,1,0,0,0,1,\n` +
      'x,Sin número,t,2015-09-06T14:00,1,1,0,0,0,1,\n' +
      '21,Sin fecha,t,ayer,1,1,0,0,0,1,\n' +
      '22,"Comillas "malas" aquí",t,2015-09-06T14:00,1,1,0,0,0,1,\n' +
      '23,Corta\n' +
      '24,,,2015-09-06T14:00,1,1,0,0,0,1,\n' +
      '25,Negativa,t,2015-09-06T14:00,-5,1,0,0,0,1,\n' +
      '26,Última,t,2015-09-06T14:00,1,1,0,0,0,1,\n',
  )
  const [tally] = await imported({ format: madridDebates, files: { ideas: path } })

  expect(tally).toMatchObject({ read: 8, imported: 2, skipped: 6 })
  const said = [...tally!.skips].map(([reason, { lines }]) => ({ reason, line: lines[0]! }))
  expect(said.sort((a, b) => a.line - b.line)).toEqual([
    { line: 4, reason: 'debate_id: is not a number' },
    { line: 5, reason: 'created_at is not a date' },
    { line: 6, reason: 'not CSV: invalid closing quote' },
    { line: 7, reason: 'not CSV: record inconsistent columns' },
    { line: 8, reason: 'neither title nor text' },
    { line: 9, reason: expect.stringMatching(/^cached_votes_total/) },
  ])
})

test('a reply whose parent is gone hangs on the nearest ancestor; one that comes early waits for its parent', async () => {
  const path = file('thread.csv', `${head}30,Hilo,t,2015-09-06T14:00,0,0,0,0,0,1,\n`)
  const talk = file(
    'thread-said.csv',
    `${said}300,30,,,0,raíz\n303,30,302,300/301/302,3,antes que su padre\n302,30,301,300/301,2,padre ausente\n` +
      '304,30,,,0,\n305,30,304,304,1,bajo un borrado\n306,30,999,999,1,huérfana\n307,31,,,0,sin debate\n',
  )
  const [, tally] = await imported({
    format: madridDebates,
    files: { ideas: path, comments: talk },
  })
  const idea = await ideaOf('madrid:debate:30')
  const rows = await db
    .select()
    .from(comments)
    .where(eq(comments.ideaId, idea.id))
    .orderBy(asc(comments.source))
  const by = (id: number) => rows.find(({ source }) => source === `madrid:comment:${id}`)!

  expect(tally).toMatchObject({ read: 7, imported: 6, skipped: 1, repaired: 6 })
  expect([...tally!.repairs.keys()]).toContain('its parent is not here: hung higher')
  expect(by(302)).toMatchObject({ parentId: by(300).id, rootId: by(300).id, depth: 1 })
  expect(by(303)).toMatchObject({ parentId: by(302).id, rootId: by(300).id, depth: 2 })
  expect(by(306)).toMatchObject({ parentId: null, rootId: null, depth: 0 })
  expect(by(304).deletedAt).toBeTruthy()
  expect(by(305).parentId).toBe(by(304).id)
  expect(by(305).createdAt.getTime()).toBeGreaterThan(by(304).createdAt.getTime())
  expect(idea.commentsCount).toBe(5)
  expect(await faults()).toEqual([])
})

test('a dry run judges everything and writes nothing', async () => {
  const before = [await amountOf(ideas), await amountOf(people), await amountOf(comments)]
  const path = file(
    'dry.csv',
    `${head}40,Seca,t,2015-09-06T14:00,0,0,0,0,0,1,u40\nx,Mala,t,2015,0,0,0,0,0,1,\n`,
  )
  const talk = file(
    'dry-said.csv',
    `${said}400,40,,,0,hola\n401,40,400,400,1,hola\n402,40,998,998,1,hola\n`,
  )
  const plan = { format: madridDebates, files: { ideas: path, comments: talk } }
  const dry = await imported({ ...plan, dryRun: true })

  expect([await amountOf(ideas), await amountOf(people), await amountOf(comments)]).toEqual(before)
  const counts = (all: typeof dry) =>
    all.map(({ imported, repaired, skipped }) => [imported, repaired, skipped])
  expect(counts(dry)).toEqual([
    [1, 0, 1],
    [3, 3, 0],
  ])
  expect(counts(await imported(plan))).toEqual(counts(dry))
})

test('proposals of Decidim bring their end along, with the reason where one is due', async () => {
  const path = file(
    'decidim.csv',
    'proposal_key,round,id,title,texts,areaScope,state,selected,plans_count\n' +
      'r1-1,1,1,Koirapuisto,Teksti,Läntinen,accepted,False,0\nr1-2,1,2,Valaistus,Teksti,Läntinen,accepted,False,2\n' +
      'r2-3,2,3,Penkit,,Itäinen,accepted,True,1\nr2-4,2,4,Kielletty,Teksti,Itäinen,rejected,False,0\n' +
      'r3-5,3,5,Peruttu,Teksti,Itäinen,withdrawn,False,0\n',
  )
  await imported({ format: decidim, files: { ideas: path } })
  const stands = async (key: string) => (await ideaOf(`decidim:${key}`)).status
  expect(await Promise.all(['r1-1', 'r1-2', 'r2-3', 'r2-4', 'r3-5'].map(stands))).toEqual([
    'shortlisted',
    'evaluating',
    'planned',
    'declined',
    'archived',
  ])
  const refused = await ideaOf('decidim:r2-4')
  const [move] = await db.select().from(moves).where(eq(moves.ideaId, refused.id))
  expect(move).toMatchObject({ toStatus: 'declined', note: '', reason: 'out_of_scope' })
  expect((await db.select().from(categories)).map(({ labelIt }) => labelIt)).toContain('Läntinen')
  expect(await faults()).toEqual([])
})

test('single votes of any CSV: only those for count, one a person, by people who cannot sign in', async () => {
  const plan = mapped({
    source: 'town',
    columns: {
      ideas: { id: 'key', title: 'said', body: 'said', status: 'moderated' },
      votes: { voter: 'who', value: 'vote' },
    },
    categories: { '': 'Whole town' },
    statuses: { '1': 'voting', '-1': 'hidden' },
    reasons: { '-1': 'house_rules' },
  })
  const long = 'A very long wish '.repeat(12).trim()
  const path = file('town.csv', `key,said,moderated\n1,${long},1\n2,A rude wish,-1\n3,Unknown,9\n`)
  const cast = file(
    'town-votes.csv',
    'idea,who,vote\n1,5,1\n1,5,1\n1,6,1\n1,7,0\n2,5,1\n1,8,-1\n3,5,1\n',
  )
  const [told, counted] = await imported({ ...plan, files: { ideas: path, votes: cast } })

  expect(told).toMatchObject({ imported: 2, skipped: 1, repaired: 2 })
  expect(counted).toMatchObject({ read: 7, imported: 3, there: 1, skipped: 3 })
  const wish = await ideaOf('town:idea:1')
  expect(wish).toMatchObject({ votesCount: 2, votesBase: 0, body: long, categoryId: 'whole-town' })
  expect(wish.title.length).toBeLessThanOrEqual(100)
  expect(wish.title).toMatch(/(wish|long|very|A)…$/)
  expect(await ideaOf('town:idea:2')).toMatchObject({ status: 'hidden', place: 'private' })
  const voters = await db
    .select()
    .from(votes)
    .innerJoin(people, eq(people.id, votes.voterId))
    .where(eq(votes.ideaId, wish.id))
  expect(voters.every(({ people: voter }) => !voter.email && !voter.passwordHash)).toBe(true)
  expect(await faults()).toEqual([])
})

test('[#13] text that no database can hold is mended; a file without the right columns is refused', async () => {
  const path = file('odd.csv', 'id,title,body\n1,Null\u0000 here,= 1 + 1\n')
  const [tally] = await imported({ ...mapped({ source: 'odd' }), files: { ideas: path } })
  expect(tally).toMatchObject({ imported: 1, repaired: 1 })
  expect(await ideaOf('odd:idea:1')).toMatchObject({ title: 'Null here', body: '= 1 + 1' })

  const other = file('other.csv', 'a,b\n1,2\n')
  await expect(imported({ format: madridDebates, files: { ideas: other } })).rejects.toThrow(
    'has no column',
  )
})

test('a count that was changed behind our back is found and mended', async () => {
  const path = file('count.csv', `${head}90,Contar,t,2015-09-06T14:00,5,5,0,0,0,1,\n`)
  await imported({ format: madridDebates, files: { ideas: path } })
  const idea = await ideaOf('madrid:debate:90')
  await transaction(async (tx) => {
    await tx
      .update(ideas)
      .set({ votesCount: 9, commentsCount: 2, place: 'private' })
      .where(eq(ideas.id, idea.id))
  })
  const of = `of idea ${idea.number}`
  expect((await faults()).sort()).toEqual([`comments ${of}`, `search index ${of}`, `votes ${of}`])

  for await (const { mend } of ideaFaults(db)) await transaction(mend)
  expect(await faults()).toEqual([])
})

test('lines are told as people write them', () => {
  expect(linesOf({ count: 5, lines: [9, 2, 3, 4, 12] })).toBe('2–4, 9, 12')
  expect(linesOf({ count: 30, lines: [2, 3] })).toBe('2–3 and 28 more')
})
