import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname
const common = {
  root,
  setupFiles: ['./tests/database.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
}
const both = ['tests/domain/**/*.test.ts', 'tests/web/**/*.test.ts']

export default defineConfig({
  root,
  test: {
    projects: [
      {
        test: {
          ...common,
          name: 'sqlite',
          include: [...both, 'tests/{architecture,chaos}/**/*.test.ts'],
          globalSetup: './tests/sqlite-template.ts',
        },
      },
      {
        test: {
          ...common,
          name: 'postgres',
          include: both,
          globalSetup: './tests/postgres-template.ts',
        },
      },
    ],
  },
})
