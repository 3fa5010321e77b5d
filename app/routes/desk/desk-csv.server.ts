import { categoryList, statusList } from '#app/domain/ideas/categories.server.ts'
import { labelOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { type Cell, csvLine } from '#app/domain/imports/csv-cell.rules.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { deskRowsOf } from '#app/domain/workflow/desk.server.ts'
import { env } from '#app/web/env.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'

const heads: Cell[] = [
  ...['number', 'title', 'status', 'category', 'votes', 'comments'],
  ...['author', 'published_at', 'answered_at', 'url'],
]

/** The chosen ideas as a file for a spreadsheet: what the desk shows of them, and no more. */
export async function deskCsv(member: Person, numbers: number[], locale: Locale) {
  const [rows, statuses, categories] = await Promise.all([
    deskRowsOf(db, member, numbers),
    statusList(db),
    categoryList(db),
  ])
  const label = (among: { id: string; labelIt: string; labelEn: string }[], id: string) =>
    labelOf(
      among.find((one) => one.id === id)!,
      locale,
    )
  const lines = rows.map((idea) =>
    csvLine([
      idea.number,
      idea.title,
      label(statuses, idea.status),
      label(categories, idea.categoryId),
      idea.votesCount,
      idea.commentsCount,
      idea.author,
      idea.publishedAt,
      idea.answeredAt,
      `${env.publicUrl.origin}/ideas/${idea.number}`,
    ]),
  )
  return new Response(csvLine(heads) + lines.join(''), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="idee.csv"',
      'Cache-Control': 'private, no-store',
    },
  })
}
