import { deflateSync } from 'node:zlib'
import { readdirSync, utimesSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { newDraftId, publishDraft, saveDraft } from '#app/domain/ideas/draft.server.ts'
import { imageBytes, storeImage, type Stored } from '#app/domain/ideas/image-file.server.ts'
import { sweepImages } from '#app/domain/ideas/image-sweep.server.ts'
import {
  arrangeImages,
  findImage,
  imagesHeld,
  imagesOf,
  keepImage,
} from '#app/domain/ideas/image.server.ts'
import { imageKind } from '#app/domain/ideas/image.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { ideas, images } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { at } from '#db/time.ts'
import { growth } from '#tests/measured.ts'
import { world } from '#tests/world.ts'

const picture = (width = 800, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: '#e0a040' } })
const jpeg = () => picture().jpeg().toBuffer()
const uploads = join(process.env.DATA_DIR!, 'uploads')
const filesOf = (id: string) =>
  readdirSync(uploads, { recursive: true }).filter((name) => String(name).includes(id))

const stored = async (file?: Buffer) => {
  const image = await storeImage(file ?? (await jpeg()), 'idea')
  expect(image).toBeTypeOf('object')
  return image as Stored
}
const kept = async (owner: { id: string }, ideaId?: string) => {
  const image = await stored()
  return transaction((tx) => keepImage(tx, owner.id, image, { purpose: 'idea', ideaId }))
}

test('each kind of picture we take becomes WebP of our own, in the sizes its place needs', async () => {
  for (const kind of ['png', 'jpeg', 'webp', 'gif', 'avif'] as const) {
    const file = await picture(2000, 1000)[kind]().toBuffer()
    expect(imageKind(file)).toBe(kind)
    const image = await stored(file)
    expect(image).toMatchObject({ width: 1600, height: 800 })

    const large = (await imageBytes(image.id, 'large'))!
    const thumb = (await imageBytes(image.id, 'thumb'))!
    expect(await sharp(large).metadata()).toMatchObject({ format: 'webp', width: 1600 })
    expect(await sharp(thumb).metadata()).toMatchObject({ width: 480, height: 352 })
    expect(image.bytes).toBe(large.length + thumb.length)
  }
  const face = (await storeImage(await jpeg(), 'avatar')) as Stored
  expect(face).toMatchObject({ width: 192, height: 192 })
  expect(await imageBytes(face.id, 'large')).toBeUndefined()
})

test('[#85] what is no picture is refused, whatever it calls itself', async () => {
  const html = Buffer.from('<!doctype html><script>alert(1)</script>')
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>')
  const pretend = Buffer.concat([Buffer.from('GIF89a'), html])
  const half = (await jpeg()).subarray(0, 20)
  const bmp = Buffer.from('BM6\0\0\0\0\0')
  for (const file of [html, svg, pdf, pretend, half, bmp, Buffer.alloc(0)])
    expect(await storeImage(file, 'idea')).toBe('not-an-image')
})

test('[#85] a picture that is also a script comes out as a picture alone', async () => {
  const gif = await picture(20, 20).gif().toBuffer()
  const polyglot = Buffer.concat([gif, Buffer.from('/*<script>alert(1)</script>*/')])
  const large = (await imageBytes((await stored(polyglot)).id, 'large'))!
  expect(large.includes('script')).toBe(false)
})

/** A PNG that says it is 20,000 pixels square and weighs a few kilobytes. */
function bomb(side = 20_000) {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const crc = Buffer.alloc(4)
    crc.writeUInt32BE(crcOf(body))
    const size = Buffer.alloc(4)
    size.writeUInt32BE(data.length)
    return Buffer.concat([size, body, crc])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([1, 0], 8)
  const rows = deflateSync(Buffer.alloc(side * Math.ceil(side / 8 + 1)))
  const magic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    magic,
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crcOf(data: Buffer) {
  let crc = ~0
  for (const byte of data) {
    crc ^= byte
    for (let i = 0; i < 8; i++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}

test('[#86] a bomb of 400 million pixels is refused by its header, without the memory it asks for', async () => {
  const file = bomb()
  expect(file.length).toBeLessThan(60_000)
  const refused = async () => expect(await storeImage(file, 'idea')).toBe('too-many-pixels')
  expect(await growth(refused)).toBeLessThan(80 * 2 ** 20)
})

test('[#86] a file over 10 MB is refused before it is looked at', async () => {
  expect(await storeImage(Buffer.alloc(10 * 2 ** 20 + 1), 'idea')).toBe('too-large')
})

test('[#87] of a moving picture the first frame stays; a cut one is refused', async () => {
  const frames = await Promise.all(
    ['#ff0000', '#00ff00', '#0000ff'].map((background) =>
      sharp({ create: { width: 64, height: 64, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const moving = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  expect((await sharp(moving, { animated: true }).metadata()).pages).toBe(3)
  const large = (await imageBytes((await stored(moving)).id, 'large'))!
  expect((await sharp(large, { animated: true }).metadata()).pages ?? 1).toBe(1)
  const { dominant } = await sharp(large).stats()
  expect(dominant.r).toBeGreaterThan(200)

  for (const file of [await jpeg(), await picture().png().toBuffer()])
    expect(await storeImage(file.subarray(0, file.length / 2), 'idea')).toBe('not-an-image')
})

test('[#87] a picture that moves ten thousand times costs no more than its first frame', async () => {
  const [frames, side] = [10_000, 32]
  const noise = Buffer.alloc(frames * side * side * 3, Uint8Array.from([0, 90, 200, 255, 30]))
  const raw = { width: side, height: frames * side, channels: 3, pageHeight: side } as const
  const moving = await sharp(noise, { raw }).gif({ effort: 1 }).toBuffer()
  expect((await sharp(moving, { animated: true, limitInputPixels: false }).metadata()).pages).toBe(
    frames,
  )
  const keepIt = async () => {
    const large = (await imageBytes((await stored(moving)).id, 'large'))!
    expect((await sharp(large, { animated: true }).metadata()).pages ?? 1).toBe(1)
  }
  expect(await growth(keepIt)).toBeLessThan(100e6)
})

test('[#92] where a photo was taken is gone from every size, and it stands upright', async () => {
  const file = await picture(400, 200)
    .withExif({ IFD0: { Artist: 'Giulia' }, IFD3: { GPSLatitude: '45/1 28/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect((await sharp(file).metadata()).exif).toBeDefined()

  const image = await stored(file)
  expect(image).toMatchObject({ width: 200, height: 400 })
  for (const variant of ['large', 'thumb'] as const) {
    const { exif, xmp, iptc, icc } = await sharp((await imageBytes(image.id, variant))!).metadata()
    expect({ exif, xmp, iptc, icc }).toEqual({})
  }
})

test('[#89 #91] names on disk are ours: the same file sent twice makes two, and none is overwritten', async () => {
  const file = await jpeg()
  const [one, other] = [await stored(file), await stored(file)]
  expect(one.id).not.toBe(other.id)
  for (const { id } of [one, other]) {
    expect(filesOf(id)).toHaveLength(2)
    for (const name of filesOf(id)) expect(name).toMatch(/^[0-9a-f]{2}\/[0-9a-f-]{36}\.\w+\.webp$/)
  }
})

test('[#93] a member holds 200 images or 100 MB, and then is told so', async () => {
  const { ann, ben } = await world()
  const image = { id: '', width: 1, height: 1, bytes: 10 }
  const keep = (owner: { id: string }, change: Partial<Stored>) =>
    transaction((tx) =>
      keepImage(tx, owner.id, { ...image, ...change, id: newDraftId() }, { purpose: 'idea' }),
    )
  for (let i = 0; i < 200; i++) await keep(ann, {})
  expect(await keep(ann, {})).toBe('quota')
  expect(await imagesHeld(db, ann.id)).toEqual({ images: 200, bytes: 2000 })

  expect(await keep(ben, { bytes: 100 * 2 ** 20 })).toMatchObject({ ownerId: ben.id })
  expect(await keep(ben, { bytes: 1 })).toBe('quota')
})

test('[#95] an image is seen by those who see what it belongs to', async () => {
  const { ann, ben, mo } = await world()
  const draftId = newDraftId()
  const text = { title: 'A tin', body: 'A tin for rusks', categoryId: 'packaging', tags: [] }
  await transaction((tx) => saveDraft(tx, ann, draftId, text))
  const image = await kept(ann)
  const { id } = image as { id: string }
  const sights = async () =>
    Promise.all([ann, ben, undefined].map((viewer) => findImage(db, id, viewer)))

  expect(await sights()).toEqual(['private', undefined, undefined])
  const arrange = { kept: [id], remove: [], alts: ['A round tin'] }
  await transaction((tx) => arrangeImages(tx, ann, draftId, arrange))
  expect(await sights()).toEqual(['private', undefined, undefined])
  await transaction((tx) => publishDraft(tx, ann, draftId, text))
  expect(await sights()).toEqual(['public', 'public', 'public'])
  await transaction((tx) => tx.update(ideas).set({ place: 'private' }).where(eq(ideas.id, draftId)))
  expect(await sights()).toEqual(['private', undefined, undefined])
  expect(await findImage(db, id, mo)).toBe('private')
})

test('a face is public while it is worn', async () => {
  const { ann } = await world()
  const image = await stored()
  await transaction((tx) => keepImage(tx, ann.id, image, { purpose: 'avatar' }))
  expect(await findImage(db, image.id, undefined)).toBeUndefined()
  await transaction((tx) =>
    tx.update(people).set({ avatarId: image.id }).where(eq(people.id, ann.id)),
  )
  expect(await findImage(db, image.id, undefined)).toBe('public')
})

test('images are put in order, described, taken away; the first is the idea’s photo; nobody else’s come in', async () => {
  const { ann, ben, refillStation } = await world()
  const mine = [await kept(ann), await kept(ann)] as { id: string }[]
  const bens = (await kept(ben)) as { id: string }
  const arrange = (change: Partial<Parameters<typeof arrangeImages>[3]>) =>
    transaction((tx) =>
      arrangeImages(tx, ann, refillStation.id, { kept: [], remove: [], alts: [], ...change }),
    )
  await arrange({ kept: [...mine, bens].map(({ id }) => id), alts: ['One', 'Two', 'Three'] })
  expect((await imagesOf(db, refillStation.id)).map(({ alt }) => alt)).toEqual(['One', 'Two'])

  await arrange({ remove: [mine[0]!.id], alts: ['One', 'Second'] })
  expect((await imagesOf(db, refillStation.id)).map(({ alt }) => alt)).toEqual(['Second'])
  const [idea] = await db.select().from(ideas).where(eq(ideas.id, refillStation.id))
  expect(idea!.photoId).toBe(mine[1]!.id)
})

test('of images that were sent one form at a time no more stay than the level allows', async () => {
  const { ann, ada, refillStation } = await world()
  const four = async (owner: { id: string }) =>
    [await kept(owner), await kept(owner), await kept(owner), await kept(owner)] as { id: string }[]
  const arrange = async (owner: typeof ann) => {
    const ids = (await four(owner)).map(({ id }) => id)
    const wish = { kept: ids, remove: [], alts: [] }
    return transaction((tx) => arrangeImages(tx, owner, refillStation.id, wish))
  }
  expect(await arrange(ann)).toHaveLength(3)
  // What is there stays, whatever the level has become.
  expect(await arrange(ada)).toHaveLength(4)
  expect(await arrange(ann)).toHaveLength(4)
})

test('[#94] what no row names is swept after a day, and nothing else', async () => {
  const { ann, refillStation } = await world()
  const used = (await kept(ann, refillStation.id)) as { id: string }
  const waiting = (await kept(ann)) as { id: string }
  const loose = await stored()
  await mkdir(join(uploads, 'zz'), { recursive: true })
  await writeFile(join(uploads, 'zz', `${loose.id}.large.webp.part`), 'half')
  const everything = await readdir(uploads, { recursive: true })
  expect(await sweepImages(db)).toBe(0)

  const long = new Date(Date.now() - 25 * 3_600_000)
  for (const name of everything) utimesSync(join(uploads, name), long, long)
  const tomorrow = new Date(Date.now() + 25 * 3_600_000)
  expect(await at(tomorrow, () => sweepImages(db))).toBeGreaterThan(0)
  expect(filesOf(used.id)).toHaveLength(2)
  expect(filesOf(waiting.id)).toEqual([])
  expect(filesOf(loose.id)).toEqual([])
  expect(await db.select().from(images).where(eq(images.id, waiting.id))).toEqual([])
})
