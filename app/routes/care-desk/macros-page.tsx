import type { SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Table } from '#app/ui/table.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { Steps } from '../settings/steps.tsx'
import type { MacrosLoader } from '../staff/settings-macros.tsx'
import { useMacroWords } from './case-words.ts'

type Macro = SerializeFrom<MacrosLoader>['macros'][number]

/** The ready answers of the house, in the order in which agents are offered them. */
export function MacrosPage() {
  const { t } = useTranslation('care')
  const { macros } = useLoaderData<MacrosLoader>()
  const add = (
    <ButtonLink icon="plus" href="/staff/settings/care/macros/new">
      {t('macros.add')}
    </ButtonLink>
  )
  const used = macros.filter(({ isRetired }) => !isRetired)
  const retired = macros.filter(({ isRetired }) => isRetired)
  return (
    <SettingsPage
      title={t('macros.title')}
      lead={t('macros.lead')}
      action={macros.length ? add : undefined}
    >
      {macros.length === 0 && (
        <Empty
          icon="list-checks"
          title={t('macros.empty')}
          text={t('macros.emptyText')}
          action={add}
        />
      )}
      {used.length > 0 && <Macros title={t('macros.title')} macros={used} />}
      {retired.length > 0 && (
        <section className="stack" aria-labelledby="retired">
          <h2 id="retired">{t('macros.retired')}</h2>
          <Macros title={t('macros.retired')} macros={retired} />
        </section>
      )}
    </SettingsPage>
  )
}

function Macros({ title, macros }: { title: string; macros: Macro[] }) {
  const { t } = useTranslation('care')
  const words = useMacroWords()
  return (
    <Table
      caption={title}
      columns={[
        { key: 'name', label: t('macros.name') },
        { key: 'languages', label: t('macros.languages') },
        { key: 'acts', label: t('macros.acts') },
        { key: 'steps', label: t('macros.order') },
      ]}
      rows={macros.map((macro, i) => ({
        key: macro.id,
        cells: {
          name: <a href={`/staff/settings/care/macros/${macro.id}`}>{macro.name}</a>,
          languages: t(`macros.speaks.${macro.speaks}`),
          acts: macro.acts.map(words).join(' · ') || t('macros.nothing'),
          steps: <Steps {...macro} isFirst={i === 0} isLast={i === macros.length - 1} />,
        },
      }))}
    />
  )
}
