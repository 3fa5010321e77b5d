import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname
const common = {
  root,
  setupFiles: ['./tests/database.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
}
const both = ['tests/domain/**/*.test.ts', 'tests/web/**/*.test.ts']
// Several servers at once, killed and cut off: minutes of work that wants the machine for itself.
const machines = ['tests/web/{workers,replica,postgres-faults,busy}.test.ts']
// Every door is tried on SQLite each time; on PostgreSQL, slower by half, with the machines.
const fuzz = 'tests/web/fuzz.test.ts'

const project = (
  name: string,
  database: 'sqlite' | 'postgres',
  include: string[],
  exclude: string[] = [],
) => ({
  test: {
    ...common,
    name,
    include,
    exclude,
    globalSetup: `./tests/${database}-template.ts`,
  },
})

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    projects: [
      project('sqlite', 'sqlite', [...both, 'tests/architecture/**/*.test.ts'], machines),
      project('postgres', 'postgres', both, [...machines, fuzz]),
      project('machines-sqlite', 'sqlite', [...machines, 'tests/chaos/**/*.test.ts']),
      project('machines-postgres', 'postgres', [...machines, fuzz]),
    ],
  },
})
