import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { StatusChip } from '#app/ui/status-chip.tsx'
import { Table } from '#app/ui/table.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { RetirementPage } from '../staff/settings-retirement.tsx'

/** What a retirement would do, before it is done; and the way to do it. */
export function Preview() {
  const { t } = useTranslation('workflow')
  const { number } = useFormat()
  const { chip, preview } = useLoaderData<() => Promise<RetirementPage>>()
  const { total, target, changes, examples, categories } = preview!
  const say = t as (key: string, values?: object) => string
  return (
    <section aria-labelledby="preview" className="retirement">
      <h2 id="preview">{t('preview.title')}</h2>
      <p className="fromto">
        <StatusChip status={chip} /> <span aria-hidden>→</span>
        <span className="vh">{t('preview.becomes')}</span> <StatusChip status={target} />
      </p>
      <p>{t('preview.ideas', { count: total, n: number(total) })}</p>
      {categories.length > 0 && (
        <Table
          caption={t('preview.categories')}
          columns={[
            { key: 'label', label: t('preview.category') },
            { key: 'n', label: t('preview.count'), numeric: true },
          ]}
          rows={categories.map(({ categoryId, label, ideasCount }) => ({
            key: categoryId,
            cells: { label, n: number(ideasCount) },
          }))}
        />
      )}
      {examples.length > 0 && (
        <>
          <h3>{t('preview.examples')}</h3>
          <ul className="examples">
            {examples.map((idea) => (
              <li key={idea.number}>
                <a href={`/ideas/${idea.number}`}>{idea.title}</a>{' '}
                <span className="quiet tnum">
                  {t('preview.votes', { count: idea.votesCount, n: number(idea.votesCount) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('preview.changes')}</h3>
      {changes.length ? (
        <ul className="changes">
          {changes.map((change) => (
            <li key={change}>{say(`change.${change}`, { count: target.promiseDays ?? 0 })}</li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{t('preview.nothing')}</p>
      )}
      <p className="quiet">{t('preview.links')}</p>
      <Confirm />
    </section>
  )
}

function Confirm() {
  const { t } = useTranslation('workflow')
  const { chip, preview } = useLoaderData<() => Promise<RetirementPage>>()
  const { target, stranded, seen } = preview!
  const typed = useTyped({
    note: t('retire.noteDefault', { from: chip.label, to: target.label }),
  })
  return (
    <form method="post" className="form" noValidate>
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="into" value={target.key} />
      {stranded.length > 0 && (
        <Notice tone="warning" title={t('moves.noWayOut')}>
          <p>{stranded.map(({ label }) => label).join(', ')}</p>
          <Field {...typed.tick('confirm')} label={t('moves.confirm')} />
        </Notice>
      )}
      <Field
        {...typed.field('note')}
        kind="textarea"
        rows={3}
        label={t('retire.note')}
        hint={t('retire.noteHint')}
        maxLength={2000}
        required
      />
      <Field {...typed.tick('tell')} label={t('retire.tell')} hint={t('retire.tellHint')} />
      <div className="row acts">
        <Button kind="danger" icon="archive">
          {t('retire.do', { status: chip.label })}
        </Button>
      </div>
    </form>
  )
}
