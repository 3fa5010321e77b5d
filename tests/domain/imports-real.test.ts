import { existsSync, readFileSync } from 'node:fs'
import { sum } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { commentFaults } from '#app/domain/comments/recount.server.ts'
import { ideaFaults } from '#app/domain/ideas/recount.server.ts'
import { decidim } from '#app/domain/imports/decidim.rules.ts'
import { runImport } from '#app/domain/imports/import.server.ts'
import { madridDebates } from '#app/domain/imports/madrid.rules.ts'
import { ImportMap } from '#app/domain/imports/map.form.ts'
import { mappedCsv } from '#app/domain/imports/mapped-csv.rules.ts'
import { furnish } from '#app/domain/workflow/furnish.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { isPostgres } from '#db/dialect.ts'
import { ideas } from '#db/schema/ideas.ts'

const folder = '../shared/data'
const absent = !existsSync(folder)
if (absent) console.log(`The public data sets are not in ${folder}: their import is not tried.`)

const limit = isPostgres ? 300 : undefined
const patience = 240_000
const file = (name: string) => `${folder}/${name}`

describe.skipIf(absent)('real public data', () => {
  beforeAll(() => transaction(furnish))

  test(
    'debates of Madrid come whole: ideas, votes as counts, comments in threads',
    async () => {
      const files = {
        ideas: file('madrid-debates.csv.gz'),
        comments: file('madrid-debate-comments.csv.gz'),
      }
      const [told, spoken] = await runImport({ format: madridDebates, files, limit })
      if (isPostgres) return expect(told!.imported).toBe(limit)
      expect(told).toMatchObject({ read: 3838, imported: 3838, skipped: 0 })
      expect(spoken).toMatchObject({ read: 11_587, imported: 11_587, skipped: 0 })
      expect(spoken!.repairs.get('its parent is not here: hung higher')!.count).toBe(246)
      const [counted] = await db
        .select({ votes: sum(ideas.votesCount).mapWith(Number) })
        .from(ideas)
      expect(counted!.votes).toBe(404_830)
    },
    patience,
  )

  test(
    'single votes of Bowling Green are votes of people',
    async () => {
      const map = ImportMap.parse(
        JSON.parse(readFileSync('commands/maps/bowling-green.json', 'utf8')),
      )
      const files = {
        ideas: file('bowling-green-ideas.csv'),
        votes: file('bowling-green-votes.csv.gz'),
      }
      const [told, cast] = await runImport({
        format: mappedCsv(map, 'x'),
        map,
        files,
        limit: limit ?? 60_000,
      })
      expect(told!.skipped).toBe(0)
      expect(cast!.imported + cast!.skipped).toBe(cast!.read)
      expect([...cast!.skips.keys()]).toEqual(['not a vote for'])
    },
    patience,
  )

  test(
    'proposals of Helsinki bring their ends, and every counter is what the rows say',
    async () => {
      const files = { ideas: file('helsinki-proposals.csv.gz') }
      const [told] = await runImport({ format: decidim, files, limit: limit ?? 1_500 })
      expect(told).toMatchObject({ skipped: 0, imported: told!.read })
      for (const all of [ideaFaults(db), commentFaults(db)])
        for await (const { counter, of } of all) expect.fail(`${counter} of ${of}`)
    },
    patience,
  )
})
