import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { dropImportFile, keepImportFile } from '#app/domain/mentions/import-file.server.ts'
import { allImports, startImport } from '#app/domain/mentions/import.server.ts'
import { allSources } from '#app/domain/mentions/source.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { ImportForm } from '../mentions-desk/import.form.ts'
import { ImportPage } from '../mentions-desk/import-page.tsx'

export { deskLinks as links } from '../mentions-desk/links.ts'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'mentions:import.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const agent = await requirePermission(knock, 'mentions.triage')
  const [sources, imports] = await Promise.all([allSources(db, agent), allImports(db, agent)])
  const files = sources.filter(({ kind, isOn }) => kind === 'csv' && isOn)
  const wanted = new URL(knock.request.url).searchParams.get('source') ?? ''
  return {
    imports: imports.map(importShown),
    source: wanted,
    sources: files.map(({ id, name }) => ({ id, name })),
  }
}
export type ImportData = typeof loader

type Import = Awaited<ReturnType<typeof allImports>>[number]

function importShown(one: Import) {
  const { id, fileName, sourceName, startedAt, state, written, known, badCount } = one
  return { id, fileName, sourceName, startedAt, state, written, known, badCount }
}

const refusals = {
  'no-such-source': { source: 'mentions:error.noSource' },
  'already-running': { file: 'mentions:error.running' },
}

/** Keeps the file and asks for its rows to be read; then the page of its progress. */
export async function action(knock: ActionFunctionArgs) {
  const agent = await requirePermission(knock, 'mentions.triage')
  const form = await read(knock.request, ImportForm)
  if (form.reply) return invalid(form.reply)
  const { source: sourceId, file } = form.values
  const fileId = await keepImportFile(Buffer.from(await file.arrayBuffer()))
  const wish = { fileId, sourceId, fileName: file.name }
  const begun = await transaction((tx) => startImport(tx, agent, wish))
  if (typeof begun === 'object') return back(`/staff/mentions/import/${begun.id}?follow=1`)
  await dropImportFile(fileId)
  return form.refuse(refusals[begun])
}

export default ImportPage
