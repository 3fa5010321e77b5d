import type { LoaderFunctionArgs } from '@remix-run/node'
import { findImport } from '#app/domain/mentions/import.server.ts'
import { speakers } from '#app/messages/i18n.ts'
import { found } from '#app/web/answer.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { problemOf } from '../mentions-desk/faults.ts'
import { csvFile } from '../mentions-desk/csv-file.ts'

/** The rows of an import that stayed out, in the words of its page. */
export async function loader(knock: LoaderFunctionArgs) {
  const agent = await requirePermission(knock, 'mentions.triage')
  const { bad } = found(await findImport(db, agent, knock.params.id!))
  const { locale } = knock.context.visit
  const t = speakers[locale].getFixedT(locale, 'mentions')
  return csvFile(t('import.badFile'), [
    [t('import.line'), t('import.problem')],
    ...bad.map(({ line, problem }) => [line, t(`problem.${problemOf(problem)}`)]),
  ])
}
