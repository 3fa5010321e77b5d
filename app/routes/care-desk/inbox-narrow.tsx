import { useTranslation } from 'react-i18next'
import { caseSorts } from '#app/domain/care/list.form.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { inboxHref, type List } from './list.tsx'

/** Searches all cases, whatever the view. */
export function InboxSearch({ list: { q } }: { list: List }) {
  const { t } = useTranslation('care')
  return (
    <>
      <form action="/staff/care" role="search" className="inbox-search">
        <Field
          name="q"
          id="desk-search"
          enterKeyHint="search"
          label={t('inbox.search')}
          hint={t('inbox.searchHint')}
          defaultValue={q}
          maxLength={200}
          autoComplete="off"
        />
        <Button kind="plain" icon="search">
          {t('inbox.searchDo')}
        </Button>
      </form>
      {q && (
        <p className="row" role="status">
          <strong>{t('inbox.found', { q })}</strong> <a href={inboxHref({})}>{t('inbox.leave')}</a>
        </p>
      )}
    </>
  )
}

/** Topic, tag and order, by a form that reads. */
export function InboxFilters({ list }: { list: List }) {
  const { t } = useTranslation('care')
  const { view, state, sort, topic, tag, topics } = list
  return (
    <details className="inbox-filters" open={!!topic || !!tag}>
      <summary>
        <Icon name="filter" /> {t('inbox.filters')}
      </summary>
      <form action="/staff/care" className="row">
        <input type="hidden" name="view" value={view} />
        <input type="hidden" name="state" value={state} />
        <Field
          name="sort"
          kind="select"
          label={t('inbox.sort')}
          {...{ defaultValue: sort }}
          options={caseSorts.map((value) => ({ value, label: t(`inbox.sorts.${value}`) }))}
        />
        <Field
          name="topic"
          kind="select"
          label={t('inbox.topic')}
          {...{ defaultValue: topic }}
          options={[
            { value: '', label: t('inbox.everyTopic') },
            ...topics.map(({ id, label }) => ({ value: id, label })),
          ]}
        />
        <Field
          name="tag"
          id="by-tag"
          label={t('inbox.tag')}
          placeholder={t('inbox.everyTag')}
          defaultValue={tag}
          maxLength={40}
          autoComplete="off"
        />
        <Button kind="plain">{t('inbox.narrow')}</Button>
      </form>
    </details>
  )
}
