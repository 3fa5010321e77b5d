import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { mentionsHref, useDesk } from './desk-use.ts'

/** What can be done with all that are picked. */
export function Bulk() {
  const { t } = useTranslation('mentions')
  const { list, topics } = useDesk()
  const { text, field } = useTyped()
  return (
    <form
      method="post"
      id="bulk"
      action={mentionsHref(list)}
      className="inbox-bulk"
      aria-labelledby="picked"
      noValidate
    >
      <h2 id="picked">{t('bulk.title')}</h2>
      <output
        id="ticked"
        className="quiet"
        data-one={t('bulk.ticked', { count: 1, n: 1 })}
        data-some={t('bulk.ticked', { count: 2, n: '{n}' })}
      />
      <div className="acts">
        <div className="act">
          <Field
            name="topic"
            kind="select"
            label={t('act.topic')}
            error={field('topic').error}
            {...{ defaultValue: text('topic') }}
            options={topics.map(({ id, label }) => ({ value: id, label }))}
          />
          <Button kind="plain" icon="inbox" name="act" value="case">
            {t('bulk.case')}
          </Button>
        </div>
        <div className="act">
          <Button kind="plain" icon="eye-off" name="act" value="ignore">
            {t('act.ignore')}
          </Button>
        </div>
        <div className="act">
          <Button kind="plain" icon="undo-2" name="act" value="reopen">
            {t('act.reopen')}
          </Button>
        </div>
      </div>
    </form>
  )
}

/** What became of one of those that were picked. */
export type BulkResult = { id: string; title: string; outcome: string }

const words = {
  case: 'case',
  answered: 'answered',
  ignored: 'ignored',
  reopened: 'reopened',
  'changed-meanwhile': 'overtaken',
  'no-such-topic': 'noTopic',
  'no-way': 'noWay',
  'has-case': 'hasCase',
} as const
const done = ['case', 'answered', 'ignored', 'reopened']
const wordOf = (outcome: string) =>
  outcome in words ? words[outcome as keyof typeof words] : 'gone'

export function BulkResults({ results }: { results: BulkResult[] }) {
  const { t } = useTranslation('mentions')
  const { number } = useFormat()
  const count = results.filter(({ outcome }) => done.includes(outcome)).length
  return (
    <Notice
      tone={count === results.length ? 'success' : 'warning'}
      title={t('bulk.done', { count, n: number(count) })}
    >
      <ul className="bullets">
        {results.map(({ id, title, outcome }) => (
          <li key={id}>
            {wordOf(outcome) !== 'gone' && (
              <>
                <a href={`/staff/mentions/${id}`}>{title || t('bulk.untitled')}</a>
                {': '}
              </>
            )}
            {t(`bulk.outcome.${wordOf(outcome)}`)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
