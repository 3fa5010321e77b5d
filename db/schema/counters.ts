import { integer, table, text } from '../dialect.ts'

export const counters = table('counters', { name: text().primaryKey(), value: integer().notNull() })
