import { writeFileSync } from 'node:fs'
import { queryTimes } from './queries.ts'

// In a process of its own: which database it asks is settled when it begins.
const times = await queryTimes()
const { closeDatabase } = await import('#db/database.server.ts')
await closeDatabase()
writeFileSync(process.argv[2]!, JSON.stringify(times))
