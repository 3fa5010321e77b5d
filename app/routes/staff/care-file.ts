import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '#app/web/guard.server.ts'
import { caseFileAnswer, signedIn } from '../case-files/answer.server.ts'

/** A file of a case, for the agents. */
export async function loader(knock: LoaderFunctionArgs) {
  signedIn(knock)
  const agent = await requirePermission(knock, 'care.answer')
  return caseFileAnswer(agent, knock.params)
}
