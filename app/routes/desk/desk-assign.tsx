import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskSearch } from '#app/domain/workflow/desk.form.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { DeskPage } from './desk-loader.server.ts'
import { Problems } from './desk-move.tsx'
import type { Open } from './desk-panel.tsx'
import type { Sent } from './desk.tsx'

/** Who weighs the idea, and one more of them. */
export function DeskAssign({ open, sent }: { open: Open; sent?: Sent }) {
  const { t } = useTranslation('staff')
  const { query, evaluators } = useLoaderData<DeskPage>()
  const { assigned } = open
  if (!evaluators.length && !assigned.length) return null
  const search = deskSearch({ ...query, to: undefined })
  return (
    <section className="desk-part">
      <h3>{t('assign.title')}</h3>
      {assigned.length === 0 && <p className="quiet">{t('assign.nobody')}</p>}
      <ul>
        {assigned.map(({ id, name, duty, isDone }) => (
          <li key={id}>
            {name}
            {duty && <span className="quiet"> · {duty}</span>}{' '}
            <span className="quiet">{t(isDone ? 'assign.scored' : 'assign.waiting')}</span>
          </li>
        ))}
      </ul>
      {evaluators.length > 0 && (
        <form
          method="post"
          action={`/staff/ideas/${open.number}/evaluators${search}`}
          className="inline"
          data-desk
        >
          <Problems sent={sent} of="assign" />
          <input type="hidden" name="redirectTo" value={`/staff/ideas${search}`} />
          <AssignFields of="assign" sent={sent} required />
          <Button kind="plain" icon="user-check">
            {t('assign.do')}
          </Button>
        </form>
      )}
    </section>
  )
}

type Fields = { of: 'assign' | 'bulk'; sent?: Sent; required?: boolean }

/** Somebody who may score, and for which function. */
export function AssignFields({ of, sent, required }: Fields) {
  const { t } = useTranslation('staff')
  const { evaluators } = useLoaderData<DeskPage>()
  const typed = useTyped()
  const field = (name: string) => {
    const { error, defaultValue } = typed.field(name)
    return { name, id: `${of}-${name}`, ...(sent === of ? { error, defaultValue } : {}) }
  }
  return (
    <>
      <Field
        {...field('evaluator')}
        kind="select"
        label={t('assign.who')}
        required={required}
        options={[
          { value: '', label: t('assign.choose') },
          ...evaluators.map(({ id, displayName, team }) => ({
            value: id,
            label: team ? `${displayName}, ${team}` : displayName,
          })),
        ]}
      />
      <Field
        {...field('duty')}
        label={t('assign.duty')}
        hint={t('assign.dutyHint')}
        maxLength={80}
      />
    </>
  )
}
