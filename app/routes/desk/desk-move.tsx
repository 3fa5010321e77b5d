import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { reasons } from '#app/domain/workflow/workflow.rules.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { DeskPage } from './desk-loader.server.ts'
import type { Sent } from './desk.tsx'

type Choice = { value: string; label: string; needsReason: boolean }
type Props = { of: 'move' | 'bulk'; sent?: Sent; moves: Choice[]; choose?: string }

/** Where to, why, what to say in public, and whether that is the official answer. */
export function MoveFields({ of, sent, moves, choose }: Props) {
  const { t } = useTranslation('staff')
  const { may } = useLoaderData<DeskPage>()
  const typed = useTyped()
  const field = (name: string) => {
    const { error, defaultValue } = typed.field(name)
    const mine = sent === of
    return { name, id: `${of}-${name}`, ...(mine ? { error, defaultValue } : {}) }
  }
  const chosen = field('to').defaultValue
  return (
    <>
      <Field {...field('to')} label={t('move.to')}>
        <select id={`${of}-to`} name="to" defaultValue={chosen ?? ''} required>
          <option value="">{choose ?? t('move.choose')}</option>
          {moves.map(({ value, label, needsReason }) => (
            <option key={value} value={value} data-reason={needsReason || undefined}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <div className="why">
        <Field
          {...field('reason')}
          kind="select"
          label={t('move.reason')}
          hint={t('move.reasonHint')}
          options={[
            { value: '', label: t('move.noReason') },
            ...reasons.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) })),
          ]}
        />
      </div>
      <Field
        {...field('note')}
        kind="textarea"
        rows={4}
        label={t('move.note')}
        hint={t('move.noteHint')}
      />
      {may.answer && (
        <Field
          name="official"
          id={`${of}-official`}
          kind="checkbox"
          defaultChecked={sent === of ? typed.ticked('official') : of === 'move'}
          label={t('move.official')}
        />
      )}
    </>
  )
}

/** What is wrong with the form `of` this name, when it is the one that came back. */
export function Problems({ sent, of }: { sent?: Sent; of: Sent }) {
  const { errors } = useTyped()
  if (sent !== of) return null
  return (
    <ErrorSummary errors={errors.map((error) => ({ ...error, name: `${of}-${error.name}` }))} />
  )
}
