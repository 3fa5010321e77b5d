import type { LoaderFunctionArgs } from '@remix-run/node'
import { type Cell, csvLine } from '#app/domain/imports/csv-cell.rules.ts'
import { dayIn } from '#app/domain/points/season.rules.ts'
import { type Line, statementOf } from '#app/domain/points/statement.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { speakers } from '#app/messages/i18n.ts'
import { env } from '#app/web/env.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { aboutOf, whyOf } from '../points/why.ts'

type Locale = 'it' | 'en'
const atOnce = 500
const most = 20_000

/** The whole statement of a member, the newest first, in the words of its page. */
export async function loader(knock: LoaderFunctionArgs) {
  const member = await requireMember(knock)
  const { locale } = knock.context.visit
  const { calendar } = await siteSettings(db)
  const t = speakers[locale].getFixedT(locale, 'points')
  const heads = ['date', 'why', 'about', 'link', 'change', 'after'] as const
  const rows: Cell[][] = [heads.map((head) => t(`csv.${head}`))]
  for (const line of await allLines(member.id)) {
    const about = aboutOf(line.subject, locale)
    const link = about?.href && new URL(about.href, env.publicUrl).href
    rows.push([
      ...[dayIn(line.at, calendar.timeZone), said(line, locale), about?.text, link],
      ...[line.change, line.balance],
    ])
  }
  return new Response(`\uFEFF${rows.map(csvLine).join('')}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${t('csv.file')}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

function said(line: Line, locale: Locale) {
  const t = speakers[locale].getFixedT(locale, 'points')
  return whyOf(t, line)
}

async function allLines(personId: string) {
  const lines: Line[] = []
  let after: number | undefined
  do {
    const page = await statementOf(db, personId, { after, size: atOnce })
    lines.push(...page.lines)
    after = page.next
  } while (after && lines.length < most)
  return lines
}
