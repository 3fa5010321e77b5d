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
// What the server does with a door is the same on both: on PostgreSQL, slower by half, these run with the machines.
const doors =
  'tests/web/{fuzz,matrix,over-fetch,leaks,xss,feeds,settings,fault,care-*,contact,mentions,flag-doors,moderation,outgoing,restricted}.test.ts'

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
    // What one project has made of a file, the other need not make again.
    experimental: { fsModuleCache: true },
    projects: [
      project('sqlite', 'sqlite', [...both, 'tests/architecture/**/*.test.ts'], machines),
      project('postgres', 'postgres', both, [...machines, doors]),
      project('machines-sqlite', 'sqlite', [...machines, 'tests/chaos/**/*.test.ts']),
      project('machines-postgres', 'postgres', [...machines, doors]),
    ],
  },
})
