import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { casePriorities } from '#app/domain/care/state.rules.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { InboxData } from '../staff/care.tsx'
import type { BulkResult } from './bulk.server.ts'

const states = ['open', 'waiting', 'solved', 'closed'] as const

/** What can be done with the cases that are picked; each act has a button of its own. */
export function InboxBulk() {
  const { t } = useTranslation('care')
  const { field, text } = useTyped()
  return (
    <section className="inbox-bulk" aria-labelledby="picked">
      <h2 id="picked">{t('inbox.picked')}</h2>
      <output
        id="ticked"
        className="quiet"
        data-one={t('inbox.ticked', { count: 1 })}
        data-some={t('inbox.ticked', { count: 2, n: '{n}' })}
      />
      <div className="acts">
        <Assign />
        <div className="act">
          <Field
            name="state"
            kind="select"
            label={t('inbox.to.state')}
            {...{ defaultValue: text('state') ?? 'solved' }}
            options={states.map((value) => ({ value, label: t(`inbox.bring.${value}`) }))}
          />
          <Button kind="plain" name="act" value="state">
            {t('inbox.act.state')}
          </Button>
        </div>
        <div className="act">
          <Field
            name="priority"
            kind="select"
            label={t('inbox.to.priority')}
            {...{ defaultValue: text('priority') ?? 'high' }}
            options={casePriorities.map((value) => ({
              value,
              label: t(`inbox.priority.${value}`),
            }))}
          />
          <Button kind="plain" name="act" value="priority">
            {t('inbox.act.priority')}
          </Button>
        </div>
        <div className="act">
          <Field {...field('tag')} label={t('inbox.to.tag')} maxLength={40} autoComplete="off" />
          <Button kind="plain" name="act" value="tag">
            {t('inbox.act.tag')}
          </Button>
        </div>
      </div>
    </section>
  )
}

function Assign() {
  const { t } = useTranslation('care')
  const { agents } = useLoaderData<InboxData>()
  const { text } = useTyped()
  return (
    <div className="act">
      <Field
        name="assignee"
        kind="select"
        label={t('inbox.to.assignee')}
        {...{ defaultValue: text('assignee') ?? 'me' }}
        options={[
          { value: 'me', label: t('inbox.to.me') },
          { value: 'nobody', label: t('inbox.to.nobody') },
          ...agents.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Button kind="plain" name="act" value="assign">
        {t('inbox.act.assign')}
      </Button>
    </div>
  )
}

const known = [
  'changed',
  'changed-meanwhile',
  'no-such-agent',
  'no-way',
  'too-many-tags',
  'gone',
] as const
const wordOf = (outcome: string) => known.find((one) => one === outcome) ?? 'gone'

/** What became of each that was picked. */
export function BulkResults({ results }: { results: BulkResult[] }) {
  const { t } = useTranslation('care')
  const { number: told } = useFormat()
  const done = results.filter(({ outcome }) => outcome === 'changed').length
  return (
    <Notice
      tone={done === results.length ? 'success' : 'warning'}
      title={t('inbox.result', { count: done, n: told(done) })}
    >
      <ul className="bullets">
        {results.map(({ id, number, subject, outcome }) => (
          <li key={id}>
            {number && (
              <>
                <a href={`/staff/care/${id}`}>
                  {t('inbox.number', { number: String(number) })}, {subject}
                </a>
                {': '}
              </>
            )}
            {t(`inbox.outcome.${wordOf(outcome)}`)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
