import type { SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { Steps } from '../settings/steps.tsx'
import type { PoliciesData } from '../staff/settings-sla.tsx'

type Data = SerializeFrom<PoliciesData>
const page = '/staff/settings/care/sla'

/** Within how long care answers which cases, with how many cases each catches now. */
export function PoliciesPage() {
  const { t } = useTranslation('care')
  const { policies, uncaught, hours } = useLoaderData<Data>()
  const used = policies.filter(({ isRetired }) => !isRetired)
  const retired = policies.filter(({ isRetired }) => isRetired)
  return (
    <SettingsPage
      title={t('sla.title')}
      lead={t('sla.lead')}
      steps={[{ label: t('rules.title'), href: '/staff/settings/care' }, { label: t('sla.title') }]}
      action={
        <ButtonLink icon="plus" href={`${page}/new`}>
          {t('sla.add')}
        </ButtonLink>
      }
    >
      <p className="quiet">
        {t('sla.day', { count: hours })} <a href="/staff/settings/calendar">{t('sla.calendar')}</a>
      </p>
      {uncaught > 0 && <Notice tone="warning">{t('sla.uncaught', { count: uncaught })}</Notice>}
      {used.length > 0 && <Policies title={t('sla.title')} policies={used} />}
      {retired.length > 0 && (
        <section className="stack" aria-labelledby="retired">
          <h2 id="retired">{t('macros.retired')}</h2>
          <Policies title={t('macros.retired')} policies={retired} />
        </section>
      )}
    </SettingsPage>
  )
}

function Policies({ title, policies }: { title: string; policies: Data['policies'] }) {
  const { t } = useTranslation('care')
  return (
    <Table
      caption={title}
      columns={[
        { key: 'name', label: t('sla.name') },
        { key: 'catches', label: t('sla.catches') },
        { key: 'first', label: t('sla.clock.first') },
        { key: 'next', label: t('sla.clock.next') },
        { key: 'resolution', label: t('sla.clock.resolution') },
        { key: 'caught', label: t('sla.caught'), numeric: true },
        { key: 'steps', label: t('macros.order') },
      ]}
      rows={policies.map(({ id, name, topic, priority, isRetired, ...policy }, i) => ({
        key: id,
        cells: {
          name: <a href={`${page}/${id}`}>{name}</a>,
          catches: [
            topic ?? t('sla.anyTopic'),
            priority ? t(`talk.priority.${priority}`) : t('sla.anyPriority'),
          ].join(' · '),
          first: policy.first || '–',
          next: policy.next || '–',
          resolution: policy.resolution || '–',
          caught: isRetired ? '–' : policy.caught,
          steps: (
            <Steps
              {...{ id, name, isRetired }}
              isFirst={i === 0}
              isLast={i === policies.length - 1}
            />
          ),
        },
      }))}
    />
  )
}
