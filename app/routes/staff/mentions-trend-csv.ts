import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '#app/web/guard.server.ts'
import { csvFile } from '../mentions-desk/csv-file.ts'
import { trendFor } from '../mentions-desk/trend.server.ts'

const heads = ['month', 'source', 'ratings', 'average', 'median', 'ratings_1_2']

/** The trend as one table: a line for each month and source, then what was not counted. */
export async function loader(knock: LoaderFunctionArgs) {
  const agent = await requirePermission(knock, 'mentions.triage')
  const trend = await trendFor(agent, new URL(knock.request.url))
  return csvFile('ratings', [
    heads,
    ...trend.months.map(({ month, sourceId, count, average, median, low }) => [
      ...[month, trend.names[sourceId] ?? '', count],
      ...[average.toFixed(2), median, low],
    ]),
    ['without_rating', '', trend.withoutRating],
    ['without_date', '', trend.withoutDate],
  ])
}
