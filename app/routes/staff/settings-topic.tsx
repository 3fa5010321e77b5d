import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { asked, TopicForm } from '#app/domain/care/settings.form.ts'
import { casePriorities } from '#app/domain/care/state.rules.ts'
import { addTopic, changeTopic, findTopic, seenOf } from '#app/domain/care/topic.server.ts'
import { Choices } from '#app/ui/choices.tsx'
import { Field } from '#app/ui/field.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { SettingsForm, SettingsPage } from '../settings/settings-page.tsx'
import { BothVersions } from '../settings/stale.tsx'
import { isStale } from '../settings/status-answer.ts'

export { links } from './settings.tsx'
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.labelIt || { key: 'care:topics.add' })

const page = '/staff/settings/care/topics'
const fresh = { labelIt: '', labelEn: '', priority: 'normal' as const, asks: [], seen: '' }

async function topicIn({ id = '' }: { id?: string }) {
  return id === 'new' ? undefined : found(await findTopic(db, id))
}

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'care.lead')
  const topic = await topicIn(knock.params)
  if (!topic) return fresh
  const { labelIt, labelEn, priority, asks } = topic
  return { labelIt, labelEn, priority, asks, seen: seenOf(topic) }
}

export async function action(knock: ActionFunctionArgs) {
  const lead = await requirePermission(knock, 'care.lead')
  const topic = await topicIn(knock.params)
  const form = await read(knock.request, TopicForm)
  if (form.reply) return invalid(form.reply)
  const { seen, ...text } = form.values
  const outcome = found(
    await transaction((tx) =>
      topic ? changeTopic(tx, lead, { id: topic.id, seen }, text) : addTopic(tx, lead, text),
    ),
  )
  if (outcome === 'stale') return form.refuse({ seen: 'care:rules.error.stale' })
  return back(page, 'topic-saved')
}

/** One topic: its name in both languages, what its form asks, how urgent its cases begin. */
export default function TopicSettings() {
  const { t, i18n } = useTranslation('care')
  const { asks, seen, labelIt, labelEn, priority } = useLoaderData<typeof loader>()
  const stored = { labelIt, labelEn, priority }
  const typed = useTyped(stored)
  const title = (i18n.language === 'en' ? labelEn : labelIt) || t('topics.add')
  const chosen = typed.errors.length ? (typed.text('asks') ?? '').split(',') : asks
  return (
    <SettingsPage
      title={title}
      lead={t('topics.oneLead')}
      steps={[
        { label: t('rules.title'), href: '/staff/settings/care' },
        { label: t('topics.title'), href: page },
        { label: title },
      ]}
    >
      {isStale(typed.errors) && (
        <BothVersions
          lines={(['labelIt', 'labelEn'] as const)
            .map((name) => ({
              ...{ key: name, label: t(`topics.${name}`) },
              ...{ now: stored[name], mine: typed.text(name) ?? '' },
            }))
            .filter(({ now, mine }) => now !== mine)}
        />
      )}
      <SettingsForm
        seen={seen}
        save={t('topics.save')}
        cancel={{ label: t('talk.cancel'), href: page }}
      >
        <Field {...typed.field('labelIt')} label={t('topics.labelIt')} maxLength={60} required />
        <Field {...typed.field('labelEn')} label={t('topics.labelEn')} maxLength={60} required />
        <Field
          {...typed.field('priority')}
          kind="select"
          label={t('panel.priority')}
          hint={t('topics.priorityHint')}
          options={casePriorities.map((value) => ({ value, label: t(`talk.priority.${value}`) }))}
        />
        <Choices
          legend={t('topics.asks')}
          name="asks"
          kind="checkbox"
          chosen={chosen}
          hint={t('topics.asksHint')}
          choices={asked.map((value) => ({ value, label: t(`contact.${value}`) }))}
        />
      </SettingsForm>
    </SettingsPage>
  )
}
