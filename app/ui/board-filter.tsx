import { useTranslation } from 'react-i18next'
import type { BoardQuery } from '#app/domain/ideas/idea-feed.form.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'

export type Choice = { key: string; label: string }
export type Query = Omit<BoardQuery, 'page' | 'after'>
type Props = { query: Query; statuses: Choice[]; categories: Choice[] }

const optionsOf = (any: string, choices: Choice[]) => [
  { value: '', label: any },
  ...choices.map(({ key, label }) => ({ value: key, label })),
]

/** The board's filters as one plain form; what it does not show, it carries along. */
export function BoardFilter({ query, statuses, categories }: Props) {
  const { t } = useTranslation('ideas')
  const { sort, author, q } = query
  const carried = { sort: sort === 'hot' ? undefined : sort, author, q }
  return (
    <details className="board-filter">
      <summary className="act">
        <Icon name="filter" />
        {t('board.filter')}
      </summary>
      <form action="/ideas">
        {Object.entries(carried).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Field
          kind="select"
          name="status"
          label={t('board.status')}
          defaultValue={query.status ?? ''}
          options={optionsOf(t('board.anyStatus'), statuses)}
        />
        <Field
          kind="select"
          name="category"
          label={t('board.category')}
          defaultValue={query.category ?? ''}
          options={optionsOf(t('board.anyCategory'), categories)}
        />
        <Field
          name="tag"
          label={t('board.tagField')}
          defaultValue={query.tag}
          maxLength={60}
          optional
        />
        <Field
          kind="checkbox"
          name="answered"
          value="1"
          label={t('board.answered')}
          defaultChecked={!!query.answered}
        />
        <Button kind="plain">{t('board.apply')}</Button>
      </form>
    </details>
  )
}
