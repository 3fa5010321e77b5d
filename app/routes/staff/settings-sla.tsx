import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { dayMinutes, writtenMinutes } from '#app/domain/care/duration.rules.ts'
import {
  allPolicies,
  caughtByEach,
  placePolicy,
  retirePolicy,
} from '#app/domain/care/policy.server.ts'
import { StepForm } from '#app/domain/care/settings.form.ts'
import { allTopics } from '#app/domain/care/topic.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { PoliciesPage } from '../care-desk/policies-page.tsx'

export { links } from './settings.tsx'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'care:sla.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'care.lead')
  const { locale } = knock.context.visit
  const [policies, caught, topics, { calendar }] = await Promise.all([
    allPolicies(db),
    caughtByEach(db),
    allTopics(db),
    siteSettings(db),
  ])
  const perDay = dayMinutes(calendar)
  const written = (minutes: number | null) => writtenMinutes(minutes, perDay, locale)
  const labelOf = (id: string | null) => {
    const topic = topics.find((each) => each.id === id)
    return topic ? (locale === 'it' ? topic.labelIt : topic.labelEn) : id
  }
  return {
    hours: perDay / 60,
    uncaught: caught.get('') ?? 0,
    policies: policies.map((policy) => ({
      ...{ id: policy.id, name: policy.name, priority: policy.priority },
      ...{ topic: labelOf(policy.topicId), isRetired: !!policy.retiredAt },
      first: written(policy.firstMinutes),
      next: written(policy.nextMinutes),
      resolution: written(policy.resolutionMinutes),
      caught: caught.get(policy.id) ?? 0,
    })),
  }
}
export type PoliciesData = typeof loader

/** One step of one policy: its place in the list, or whether it is used. */
export async function action(knock: ActionFunctionArgs) {
  const lead = await requirePermission(knock, 'care.lead')
  const form = await read(knock.request, StepForm)
  if (form.reply) return invalid(form.reply)
  const { id, step } = form.values
  const outcome = await transaction((tx) =>
    step === 'up' || step === 'down'
      ? placePolicy(tx, lead, id, step === 'up' ? -1 : 1)
      : retirePolicy(tx, lead, id, step === 'retire'),
  )
  return back('/staff/settings/care/sla', `policy-${found(outcome)}`)
}

export default PoliciesPage
