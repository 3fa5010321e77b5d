import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { openCaseFrom } from '#app/domain/care/born.server.ts'
import { IdeaCaseForm } from '#app/domain/care/bridge.form.ts'
import { findCase } from '#app/domain/care/case.server.ts'
import { casesOfIdea, linkIdea, unlink } from '#app/domain/care/link.server.ts'
import { caseByNumber } from '#app/domain/care/sidebar.server.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { nameOf } from '#app/domain/identity/person-name.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { IdeaCases } from '../care-desk/idea-cases.tsx'
import { openRefusals, topicOptions } from '../care-desk/open-case.server.ts'

export { deskLinks as links } from '../reward-desk/links.ts'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'care:links.casesTitle' })

/** An idea that the agent can read; a draft is its author's alone, whatever the role of who asks. */
async function ideaFor(knock: LoaderFunctionArgs) {
  const agent = await requirePermission(knock, 'care.answer')
  const idea = found(await findIdea(db, numberIn(knock.params), agent))
  return { agent, idea: found(idea.status === 'draft' ? undefined : idea) }
}

export async function loader(knock: LoaderFunctionArgs) {
  const { agent, idea } = await ideaFor(knock)
  const { id, number, slug, title, locale: lang, authorId } = idea
  const [cases, topics, author] = await Promise.all([
    casesOfIdea(db, agent, id),
    topicOptions(knock.context.visit.locale),
    authorId ? nameOf(db, authorId) : undefined,
  ])
  return {
    ...{ number, slug, title, lang, cases, topics },
    author: author ?? null,
    isOwn: authorId === agent.id,
  }
}
export type IdeaCasesData = typeof loader

/** Opens a case with the idea's author, links one that there is, or takes a link away. */
export async function action(knock: ActionFunctionArgs) {
  const { agent, idea } = await ideaFor(knock)
  const here = `/staff/ideas/${idea.number}/cases`
  const form = await read(knock.request, IdeaCaseForm)
  if (form.reply) return invalid(form.reply)
  const { values } = form
  if (values.intent === 'unlink') {
    const linked = (await casesOfIdea(db, agent, idea.id)).find(
      ({ linkId }) => linkId === values.link,
    )
    found(await transaction((tx) => unlink(tx, agent, found(linked), values.link)))
    return back(here, 'case-unlinked')
  }
  if (values.intent === 'link') return linkCase(agent, idea.number, { form, values })
  const { topic: topicId, subject, body } = values
  const { authorId } = idea
  const opened = await transaction((tx) =>
    openCaseFrom(tx, agent, { idea, authorId }, { topicId, subject, body }),
  )
  if (typeof opened === 'string') return form.refuse(openRefusals[opened])
  return back(`/staff/care/${opened.id}`, opened.isNew ? 'case-born' : 'case-born-before')
}

type Form = Awaited<ReturnType<typeof read<typeof IdeaCaseForm>>>
type Linking = { form: Form; values: Extract<NonNullable<Form['values']>, { intent: 'link' }> }

async function linkCase(agent: Person, number: number, { form, values }: Linking) {
  const row = await caseByNumber(db, values.caseNumber)
  const known = row && (await findCase(db, agent, row.id))
  if (!known) return form.refuse({ caseNumber: 'care:links.error.noCase' })
  const outcome = await transaction((tx) => linkIdea(tx, agent, known, number))
  if (outcome === 'linked') return back(`/staff/ideas/${number}/cases`, 'case-linked')
  return form.refuse({ caseNumber: 'care:links.error.shut' })
}

export default IdeaCases
