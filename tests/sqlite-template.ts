import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '#db/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    template: string
  }
}

/** One migrated file, that every test file copies. */
export default async function setup({ provide }: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'granaio-'))
  const file = join(folder, 'template.db')
  await migrate(`file:${file}`)
  provide('template', `file:${file}`)
  return () => rmSync(folder, { recursive: true })
}
