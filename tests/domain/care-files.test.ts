import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { fileLimits, shownName } from '#app/domain/care/file.rules.ts'
import {
  findCaseFile,
  forgetLooseFiles,
  heldBy,
  keepCaseFiles,
  type Sender,
  waitingFiles,
} from '#app/domain/care/file.server.ts'
import {
  caseFileBytes,
  storeCaseFile,
  type StoredFile,
} from '#app/domain/care/file-store.server.ts'
import { addMessage } from '#app/domain/care/message.server.ts'
import { addNote } from '#app/domain/care/note.server.ts'
import { openCase } from '#app/domain/care/open.server.ts'
import { sweepImages } from '#app/domain/ideas/image-sweep.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { secretId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { caseFiles, cases } from '#db/schema/care.ts'
import { at } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

const day = 86_400_000
const uploads = join(process.env.DATA_DIR!, 'uploads')
const onDisk = (id: string) =>
  readdirSync(uploads, { recursive: true })
    .map(String)
    .filter((name) => name.includes(id))

const picture = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#c83' } })
    .jpeg()
    .toBuffer()
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>\n%%EOF\n')
const text = Buffer.from('Lotto L2231, scadenza 12/26.\nGrazie')

const stored = async (file: Buffer, name = 'scontrino.pdf') => {
  const done = await storeCaseFile(file, name)
  expect(done).toBeTypeOf('object')
  return done as StoredFile
}
const of = (member: Person): Sender => ({ id: member.id, side: 'member' })
const sent = async (sender: Sender, file = text) => {
  const one = await stored(file, 'nota.txt')
  const { kept } = await transaction((tx) => keepCaseFiles(tx, sender, [one]))
  return kept[0]!
}

/** Ann has a case with a text; Carla answers for care. */
async function desk() {
  const house = await world()
  const carla = await transaction((tx) => person(tx, 'carla', ['care']))
  const file = await sent(of(house.ann))
  const found = await transaction((tx) =>
    openCase(tx, {
      ...{ topicId: 'product', subject: 'Mould', body: 'Look', locale: 'en', source: 'form' },
      ...{ personId: house.ann.id, isConfirmed: true, fileIds: [file.id] },
    }),
  )
  return { ...house, carla, file, found }
}

test('[#85] what is neither picture, PDF nor plain text is refused, whatever it is called', async () => {
  const html = Buffer.from('<!doctype html><script>alert(1)</script>')
  const refused = [
    html,
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    Buffer.from('ciao\n<SCRIPT>alert(1)</SCRIPT>'),
    Buffer.from('#!/bin/sh\nrm -rf /'),
    Buffer.from('PK\x03\x04 a docx'),
    Buffer.from('MZ\x90\0'),
    Buffer.from('%PDF-1.7 that never ends'),
    Buffer.from([0xff, 0xfe, 0x00, 0x41]),
    Buffer.from('a text\0with a NUL'),
    Buffer.alloc(0),
  ]
  for (const file of refused) expect(await storeCaseFile(file, 'photo.jpg')).toBe('not-taken')
  expect(await storeCaseFile(Buffer.concat([Buffer.from('GIF89a'), html]), 'a.gif')).toBe('broken')
  expect(await storeCaseFile(Buffer.alloc(fileLimits.bytes + 1), 'a.txt')).toBe('too-large')
})

test('[#85] a picture comes out as a picture of ours alone; a PDF and a text as they are', async () => {
  const polyglot = Buffer.concat([await picture(), Buffer.from('/*<script>alert(1)</script>*/')])
  const image = await stored(polyglot, 'muffa.jpg.html')
  expect(image).toMatchObject({ kind: 'image', name: 'muffa.webp', width: 60, height: 40 })
  const bytes = (await caseFileBytes(image.id, 'image'))!
  expect(bytes.includes('script')).toBe(false)

  expect(await stored(pdf, 'a.exe')).toMatchObject({ kind: 'pdf', name: 'a.pdf' })
  const note = await stored(text, 'nota.html')
  expect(note).toMatchObject({ kind: 'text', name: 'nota.txt', bytes: text.length })
  expect(await caseFileBytes(note.id, 'text')).toEqual(text)
})

test('[#86][#87] too many pixels and cut pictures are refused, of a moving one the first picture stays', async () => {
  const huge = await sharp({
    create: { width: 8000, height: 6000, channels: 3, background: '#fff' },
  })
    .png()
    .toBuffer()
  expect(await storeCaseFile(huge, 'a.png')).toBe('too-many-pixels')
  const whole = await picture()
  expect(await storeCaseFile(whole.subarray(0, whole.length >> 1), 'a.jpg')).toBe('broken')

  const frames = await Promise.all(
    ['#f00', '#0f0'].map((background) =>
      sharp({ create: { width: 16, height: 16, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const moving = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  const { id } = await stored(moving, 'a.gif')
  const still = (await caseFileBytes(id, 'image'))!
  expect((await sharp(still, { animated: true }).metadata()).pages ?? 1).toBe(1)
})

test('[#92] where and with what a photo was taken is in no copy of it', async () => {
  const tagged = await sharp(await picture())
    .withExif({ IFD0: { Make: 'Canary' }, IFD3: { GPSLatitude: '45/1 4/1 0/1' } })
    .jpeg()
    .toBuffer()
  expect((await sharp(tagged).metadata()).exif).toBeDefined()
  const bytes = (await caseFileBytes((await stored(tagged)).id, 'image'))!
  const { exif, xmp, icc } = await sharp(bytes).metadata()
  expect([exif, xmp, icc]).toEqual([undefined, undefined, undefined])
  expect(bytes.includes('Canary')).toBe(false)
})

test('[#89][#91] files lie under names of ours; what is shown of theirs hides nothing', async () => {
  const names: [string, string][] = [
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\boot\\CON', 'file.pdf'],
    ['scontrino\u202Efdp.exe', 'scontrinofdp.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'a Set-Cookie x.pdf'],
    ['<b>"x"</b>.pdf', 'b.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['  ', 'file.pdf'],
    ['caffè è buono.jpeg', 'caffè è buono.pdf'],
  ]
  for (const [given, shown] of names)
    expect([given, shownName(given, 'pdf')]).toEqual([given, shown])
  expect(shownName('x'.repeat(300), 'pdf').length).toBeLessThanOrEqual(fileLimits.name + 4)
  // A long name is not cut in the middle of a character.
  for (const before of ['', 'x'])
    expect(shownName(`${before}${'🍞'.repeat(60)}`, 'pdf')).toMatch(/^x?(🍞)+\.pdf$/u)

  const [one, other] = [await stored(pdf, '../same.pdf'), await stored(pdf, '../same.pdf')]
  expect(one.id).not.toBe(other.id)
  for (const { id } of [one, other])
    expect(onDisk(id)).toEqual([join(id.slice(-2), `${id}.case.pdf`)])
})

test('[#93] a member, and a case, hold so much and no more; what care sends counts for nobody', async () => {
  const { ann, carla, found } = await desk()
  const { kept, refused } = await transaction((tx) =>
    keepCaseFiles(
      tx,
      of(ann),
      Array.from({ length: fileLimits.ofPerson }, (_, i) => fake(`n${i}.txt`, 10)),
    ),
  )
  // One of hers is in her case already.
  expect([kept.length, refused]).toEqual([
    fileLimits.ofPerson - 1,
    [`n${fileLimits.ofPerson - 1}.txt`],
  ])
  expect(await heldBy(db, { ownerId: ann.id })).toMatchObject({ files: fileLimits.ofPerson })

  const place = { caseId: found.id }
  const big = () => Array.from({ length: 12 }, (_, i) => fake(`b${i}.pdf`, fileLimits.bytes))
  const care = { id: carla.id, side: 'care' as const }
  const inCase = await transaction((tx) => keepCaseFiles(tx, care, big(), place))
  expect(inCase.kept).toHaveLength(9)
  const elsewhere = await transaction((tx) => keepCaseFiles(tx, care, big()))
  expect(elsewhere.refused).toEqual([])
})

const fake = (name: string, bytes: number): StoredFile => ({
  ...{ id: secretId(), name, kind: 'text', bytes, width: null, height: null },
})

test('[#44][#45] a file is found through its own case alone, by who may see that', async () => {
  const { ann, ben, mo, ada, carla, file, found } = await desk()
  const other = await transaction((tx) =>
    openCase(tx, {
      ...{ topicId: 'other', subject: 'Hers too', body: 'x', locale: 'en', source: 'form' },
      ...{ personId: ann.id, isConfirmed: true },
    }),
  )
  expect((await findCaseFile(db, ann, found.id, file.id))?.id).toBe(file.id)
  expect((await findCaseFile(db, carla, found.id, file.id))?.id).toBe(file.id)
  expect((await findCaseFile(db, ada, found.id, file.id))?.id).toBe(file.id)
  for (const stranger of [ben, mo])
    expect(await findCaseFile(db, stranger, found.id, file.id)).toBeUndefined()
  // Her own file through another case of hers is no file of that case.
  expect(await findCaseFile(db, ann, other.id, file.id)).toBeUndefined()
  expect(await findCaseFile(db, carla, other.id, file.id)).toBeUndefined()
})

test('[#46] what goes with a note, or with an answer that has not left, is not the member’s', async () => {
  const { ann, carla, found } = await desk()
  const care: Sender = { id: carla.id, side: 'care' }
  const [noted, answered] = [await sent(care), await sent(care)]
  const start = new Date()
  await transaction(async (tx) => {
    await addNote(tx, carla, found, { body: 'Between us', fileIds: [noted.id] } as never)
    await addMessage(tx, found, {
      ...{ side: 'care', authorId: carla.id, body: 'Here', fileIds: [answered.id] },
      leavesAt: new Date(start.getTime() + 10_000),
    })
  })
  expect((await findCaseFile(db, carla, found.id, answered.id))?.id).toBe(answered.id)
  for (const { id } of [noted, answered])
    expect(await findCaseFile(db, ann, found.id, id)).toBeUndefined()
  await at(new Date(start.getTime() + 20_000), async () => {
    expect((await findCaseFile(db, ann, found.id, answered.id))?.id).toBe(answered.id)
    expect(await findCaseFile(db, ann, found.id, noted.id)).toBeUndefined()
  })
})

test('[#58] of a case that was erased, or is nobody’s any more, nothing is found', async () => {
  const { ann, carla, file, found } = await desk()
  await transaction((tx) => tx.update(cases).set({ state: 'closed' }).where(eq(cases.id, found.id)))
  expect(await findCaseFile(db, ann, found.id, file.id)).toBeDefined()
  await transaction((tx) => tx.update(cases).set({ personId: null }).where(eq(cases.id, found.id)))
  expect(await findCaseFile(db, ann, found.id, file.id)).toBeUndefined()
  await transaction((tx) =>
    tx.update(cases).set({ erasedAt: new Date() }).where(eq(cases.id, found.id)),
  )
  expect(await findCaseFile(db, carla, found.id, file.id)).toBeUndefined()
})

test('a file that waits for its form is its sender’s alone, and goes into one case once', async () => {
  const { ann, ben } = await world()
  const file = await sent(of(ann))
  const nobodys = await sent(null)
  expect(await waitingFiles(db, ben.id, [file.id, nobodys.id])).toEqual([])
  expect(await waitingFiles(db, null, [file.id, nobodys.id])).toMatchObject([{ id: nobodys.id }])
  const open = (subject: string) =>
    transaction((tx) =>
      openCase(tx, {
        ...{ topicId: 'other', subject, body: 'x', locale: 'en', source: 'form' },
        ...{ personId: ann.id, isConfirmed: true, fileIds: [file.id] },
      }),
    )
  const first = await open('one')
  await open('two')
  expect(await db.select().from(caseFiles).where(eq(caseFiles.id, file.id))).toMatchObject([
    { caseId: first.id },
  ])
})

test('[#94] files of forms that were never done, and files without a row, are gone after a day; those of cases stay', async () => {
  const { ann, file } = await desk()
  const loose = await sent(of(ann))
  const orphan = await stored(text)
  for (const { id } of [file, loose, orphan])
    for (const name of onDisk(id)) {
      const old = new Date(Date.now() - 3 * day)
      utimesSync(join(uploads, name), old, old)
    }
  await at(new Date(Date.now() + 2 * day), async () => {
    await transaction(forgetLooseFiles)
    await sweepImages(db)
  })
  expect([file, loose, orphan].map(({ id }) => onDisk(id).length)).toEqual([1, 0, 0])
  expect(await db.select().from(caseFiles).where(eq(caseFiles.id, loose.id))).toEqual([])
})
