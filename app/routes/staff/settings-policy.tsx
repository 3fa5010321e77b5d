import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { dayMinutes, minutesIn, writtenMinutes } from '#app/domain/care/duration.rules.ts'
import type { z } from 'zod'
import { addPolicy, changePolicy, findPolicy } from '#app/domain/care/policy.server.ts'
import { PolicyForm } from '#app/domain/care/settings.form.ts'
import { allTopics, findTopic } from '#app/domain/care/topic.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { PolicyPage } from '../care-desk/policy-page.tsx'

export { links } from './settings.tsx'
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.stored.name || { key: 'care:sla.add' })

async function policyIn({ id = '' }: { id?: string }) {
  return id === 'new' ? undefined : found(await findPolicy(db, id))
}

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'care.lead')
  const { locale } = knock.context.visit
  const [policy, topics, { calendar }] = await Promise.all([
    policyIn(knock.params),
    allTopics(db),
    siteSettings(db),
  ])
  const perDay = dayMinutes(calendar)
  return {
    hours: perDay / 60,
    topics: topics
      .filter(({ id, retiredAt }) => !retiredAt || id === policy?.topicId)
      .map(({ id, labelIt, labelEn }) => ({
        value: id,
        label: locale === 'it' ? labelIt : labelEn,
      })),
    stored: storedIn(policy, (minutes) => writtenMinutes(minutes, perDay, locale)),
  }
}
export type PolicyData = typeof loader

const fresh = {
  ...{ version: 0, name: '', topicId: null, priority: null },
  ...{ firstMinutes: null, nextMinutes: null, resolutionMinutes: null },
}

function storedIn(policy: Found | undefined, written: (minutes: number | null) => string) {
  const { version: seen, name, topicId, priority, ...minutes } = policy ?? fresh
  return {
    ...{ seen, name, topic: topicId ?? '', priority: priority ?? '' },
    first: written(minutes.firstMinutes),
    next: written(minutes.nextMinutes),
    resolution: written(minutes.resolutionMinutes),
  }
}
type Found = NonNullable<Awaited<ReturnType<typeof findPolicy>>>

const clocks = ['first', 'next', 'resolution'] as const

export async function action(knock: ActionFunctionArgs) {
  const lead = await requirePermission(knock, 'care.lead')
  const policy = await policyIn(knock.params)
  const form = await read(knock.request, PolicyForm)
  if (form.reply) return invalid(form.reply)
  const promised = await promisedIn(form.values)
  if (promised.refused) return form.refuse(promised.refused)
  const { seen } = form.values
  const outcome = await transaction((tx) =>
    policy
      ? changePolicy(tx, lead, { id: policy.id, seen }, promised)
      : addPolicy(tx, lead, promised),
  )
  if (outcome === 'stale') return form.refuse({ seen: 'care:rules.error.stale' })
  return back('/staff/settings/care/sla', 'policy-saved')
}

type Values = z.output<typeof PolicyForm>
type Promised =
  { refused: Record<string, string> } | (Parameters<typeof addPolicy>[2] & { refused?: undefined })

type Spans = (readonly [clock: string, minutes: number | null | undefined])[]

function wrongIn(read: Spans) {
  const wrong = read.filter(([, minutes]) => minutes === undefined)
  if (wrong.length) return Object.fromEntries(wrong.map(([of]) => [of, 'care:sla.error.time']))
  return read.some(([, minutes]) => minutes) ? undefined : { first: 'care:sla.error.nothing' }
}

/** What a form promises, or what is wrong with it, beside its fields. */
async function promisedIn({ name, topic, priority, ...spans }: Values): Promise<Promised> {
  const perDay = dayMinutes((await siteSettings(db)).calendar)
  const read = clocks.map((clock) => [clock, minutesIn(spans[clock], perDay)] as const)
  const refused = wrongIn(read)
  if (refused) return { refused }
  if (topic && !(await findTopic(db, topic))) return { refused: { topic: 'care:talk.error.topic' } }
  const [first, next, resolution] = read.map(([, minutes]) => orNone(minutes))
  return {
    ...{ name, topicId: orNone(topic), priority: orNone(priority) },
    ...{ firstMinutes: first!, nextMinutes: next!, resolutionMinutes: resolution! },
  }
}

/** Nothing typed is nothing promised, and every one caught. */
const orNone = <T,>(value: T | '' | null | undefined): T | null => (value ? value : null)

export default PolicyPage
