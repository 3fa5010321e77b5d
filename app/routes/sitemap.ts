import type { LoaderFunctionArgs } from '@remix-run/node'
import { highestNumber, mappedIdeas, sheetsFor } from '#app/domain/ideas/idea-feed-map.server.ts'
import { found } from '#app/web/answer.server.ts'
import { xml, xmlResponse } from '#app/web/atom.ts'
import { env } from '#app/web/env.server.ts'
import { db } from '#db/database.server.ts'

const pages = [
  '/',
  '/ideas',
  '/roadmap',
  '/realised',
  '/rounds',
  '/transparency',
  '/faq',
  '/contact',
]
const legal = ['/legal/privacy', '/legal/terms', '/legal/accessibility']
const space = 'http://www.sitemaps.org/schemas/sitemap/0.9'

const document = (root: string, lines: string[]) =>
  xmlResponse(
    `<?xml version="1.0" encoding="utf-8"?>\n<${root} xmlns="${space}">\n${lines.join('\n')}\n</${root}>\n`,
  )

const place = (path: string, changedAt?: Date) =>
  `<url><loc>${xml(env.publicUrl.origin + path)}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''}</url>`

const sheetOf = (sheet: number) =>
  `<sitemap><loc>${xml(`${env.publicUrl.origin}/sitemap.xml?page=${sheet + 1}`)}</loc></sitemap>`

/** All that search engines may know: one sheet, or, for many ideas, an index of sheets by number. */
export async function loader({ request }: LoaderFunctionArgs) {
  const sheets = sheetsFor(await highestNumber(db))
  const asked = new URL(request.url).searchParams.get('page')
  if (!asked && sheets > 1)
    return document(
      'sitemapindex',
      Array.from({ length: sheets }, (_, sheet) => sheetOf(sheet)),
    )

  const page = Number(asked ?? 1)
  found(Number.isInteger(page) && page >= 1 && page <= sheets ? page : undefined)
  const ideas = await mappedIdeas(db, page - 1)
  const fixed = page === 1 ? [...pages, ...legal].map((path) => place(path)) : []
  return document('urlset', [
    ...fixed,
    ...ideas.map(({ number, slug, updatedAt }) => place(`/ideas/${number}/${slug}`, updatedAt)),
  ])
}
