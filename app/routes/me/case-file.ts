import type { LoaderFunctionArgs } from '@remix-run/node'
import { findOwnFile } from '#app/domain/care/file.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { caseFileAnswer, signedIn } from '../case-files/answer.server.ts'

/** A file of a case of one's own. */
export async function loader(knock: LoaderFunctionArgs) {
  signedIn(knock)
  const member = await requireMember(knock)
  return caseFileAnswer(member, knock.params, findOwnFile)
}
