import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { labelOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { drawnPng } from '#app/domain/ideas/image-file.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { speakers } from '#app/messages/i18n.ts'
import type { Pictured } from '#app/ui/og-picture.server.ts'
import { found, numberIn } from '#app/web/answer.server.ts'
import { env } from '#app/web/env.server.ts'
import { db } from '#db/database.server.ts'
import { leadToLiving } from './ideas/show-merged.server.ts'

/** From a hundred on, votes are told to two figures: the picture is not drawn anew for each of them. */
const roundedVotes = (votes: number) => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(votes, 1))) - 1)
  return Math.floor(votes / step) * step
}

/** The picture that goes along when a public idea is shared. */
export async function loader({ params }: LoaderFunctionArgs) {
  const idea = found(await findIdea(db, numberIn(params), undefined))
  await leadToLiving(idea, 'og.png')
  const { name, accent, locale } = await siteSettings(db)
  const t = speakers[locale].getFixedT(locale, 'ideas')
  const count = roundedVotes(idea.votesCount)
  const n = new Intl.NumberFormat(locale, { useGrouping: 'always' }).format(count)
  const key = count === idea.votesCount ? 'feed.votes' : 'feed.votesOver'
  const below = `${t(key, { count, n })} · ${labelOf(idea.stage, locale)}`
  const picture = await kept(idea.number, `${idea.version}-${count}`, {
    title: idea.title,
    site: name,
    accent,
    below,
  })
  return new Response(new Uint8Array(picture), {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=86400' },
  })
}

/** The picture on disk, drawn when it is not there; of each idea only the latest is kept. */
async function kept(number: number, version: string, pictured: Pictured) {
  const folder = join(env.dataFolder, 'og', String(number % 1000), String(number))
  const name = `${version}.png`
  const known = await readFile(join(folder, name)).catch(() => undefined)
  if (known) return known

  // The drawing tools are loaded with the first picture: a start does not wait for them.
  const { pictureSvg } = await import('#app/ui/og-picture.server.ts')
  const picture = await drawnPng(pictureSvg(pictured))
  // Whoever draws the same at once, or a full disk, costs the copy on disk and not the answer.
  await keep(folder, name, picture).catch(() => undefined)
  return picture
}

async function keep(folder: string, name: string, picture: Buffer) {
  await mkdir(folder, { recursive: true })
  const old = await readdir(folder)
  const unfinished = join(folder, randomUUID())
  await writeFile(unfinished, picture)
  await rename(unfinished, join(folder, name))
  for (const each of old) await rm(join(folder, each), { force: true })
}
