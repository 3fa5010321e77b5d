import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { StepForm } from '#app/domain/care/settings.form.ts'
import { allTopics, placeTopic, retireTopic } from '#app/domain/care/topic.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Table } from '#app/ui/table.tsx'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { SettingsPage } from '../settings/settings-page.tsx'
import { Steps } from '../settings/steps.tsx'

export { links } from './settings.tsx'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'care:topics.title' })

const page = '/staff/settings/care/topics'

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'care.lead')
  const isItalian = knock.context.visit.locale === 'it'
  const topics = await allTopics(db)
  return {
    topics: topics.map(({ id, labelIt, labelEn, asks, priority, retiredAt }) => ({
      ...{ id, asks, priority, isRetired: !!retiredAt },
      label: isItalian ? labelIt : labelEn,
    })),
  }
}

/** One step of one topic: its place in the list, or whether people can choose it. */
export async function action(knock: ActionFunctionArgs) {
  const lead = await requirePermission(knock, 'care.lead')
  const form = await read(knock.request, StepForm)
  if (form.reply) return invalid(form.reply)
  const { id, step } = form.values
  const outcome = found(
    await transaction((tx) =>
      step === 'up' || step === 'down'
        ? placeTopic(tx, lead, id, step === 'up' ? -1 : 1)
        : retireTopic(tx, lead, id, step === 'retire'),
    ),
  )
  if (outcome === 'last') return form.refuse({ id: 'care:topics.error.last' })
  return back(page, `topic-${outcome}`)
}

/** What people can write about, in the order of the form. */
export default function Topics() {
  const { t } = useTranslation('care')
  const { topics } = useLoaderData<typeof loader>()
  const ordered = [false, true].map((is) => topics.filter(({ isRetired }) => isRetired === is))
  return (
    <SettingsPage
      title={t('topics.title')}
      lead={t('topics.lead')}
      steps={[
        { label: t('rules.title'), href: '/staff/settings/care' },
        { label: t('topics.title') },
      ]}
      action={
        <ButtonLink icon="plus" href={`${page}/new`}>
          {t('topics.add')}
        </ButtonLink>
      }
    >
      {ordered.map(
        (list, part) =>
          list.length > 0 && (
            <Table
              key={part}
              caption={t(part ? 'macros.retired' : 'topics.title')}
              showCaption={!!part}
              columns={[
                { key: 'label', label: t('panel.topic') },
                { key: 'asks', label: t('topics.asks') },
                { key: 'priority', label: t('panel.priority') },
                { key: 'steps', label: t('macros.order') },
              ]}
              rows={list.map(({ id, label, asks, priority, isRetired }, i) => ({
                key: id,
                cells: {
                  label: <a href={`${page}/${id}`}>{label}</a>,
                  asks: asks.map((name) => t(`contact.${name}`)).join(', ') || '–',
                  priority: t(`talk.priority.${priority}`),
                  steps: (
                    <Steps
                      {...{ id, name: label, isRetired }}
                      isFirst={i === 0}
                      isLast={i === list.length - 1}
                    />
                  ),
                },
              }))}
            />
          ),
      )}
    </SettingsPage>
  )
}
