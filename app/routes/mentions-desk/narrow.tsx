import { useTranslation } from 'react-i18next'
import { bands, mentionStates } from '#app/domain/mentions/mention.rules.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat } from '#app/ui/format.ts'
import { SortTabs } from '#app/ui/sort-tabs.tsx'
import { mentionsHref, mostCounted, useDesk } from './desk-use.ts'

const views = [...mentionStates, 'all'] as const

/** What became of them. */
export function Views() {
  const { t } = useTranslation('mentions')
  const { number } = useFormat()
  const { list, counts } = useDesk()
  const told = (n: number) =>
    n > mostCounted ? ` (${t('moreThan', { n: number(mostCounted) })})` : n ? ` (${number(n)})` : ''
  return (
    <SortTabs
      label={t('views')}
      tabs={views.map((view) => ({
        href: mentionsHref({ ...list, state: view, after: '' }),
        label: `${t(`view.${view}`)}${view === 'all' ? '' : told(counts[view])}`,
        current: list.state === view,
      }))}
    />
  )
}

/** Words, source and rating, by a form that reads. */
export function Narrow() {
  const { t } = useTranslation('mentions')
  const { list, sources } = useDesk()
  const isNarrow = !!(list.q || list.source || list.rating)
  return (
    <form action="/staff/mentions" role="search" className="mention-filters">
      {list.state !== 'new' && <input type="hidden" name="state" value={list.state} />}
      <Field
        name="q"
        id="desk-search"
        enterKeyHint="search"
        label={t('narrow.words')}
        defaultValue={list.q}
        maxLength={120}
        autoComplete="off"
      />
      <Field
        name="source"
        kind="select"
        label={t('narrow.source')}
        {...{ defaultValue: list.source }}
        options={[
          { value: '', label: t('narrow.everySource') },
          ...sources.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Field
        name="rating"
        kind="select"
        label={t('narrow.rating')}
        {...{ defaultValue: list.rating }}
        options={[
          { value: '', label: t('narrow.everyRating') },
          ...bands.map((value) => ({ value, label: t(`band.${value}`) })),
        ]}
      />
      <div className="row">
        <Button kind="plain" icon="filter">
          {t('narrow.do')}
        </Button>
        {isNarrow && <a href={mentionsHref({ state: list.state })}>{t('narrow.clear')}</a>}
      </div>
    </form>
  )
}
