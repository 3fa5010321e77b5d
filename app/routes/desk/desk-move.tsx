import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { reasons } from '#app/domain/workflow/workflow.rules.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { DeskPage } from './desk-loader.server.ts'
import type { Sent } from './desk.tsx'

type Choice = { value: string; label: string; needsReason: boolean }
type Props = { of: 'move' | 'bulk'; sent?: Sent; moves: Choice[]; choose?: string; to?: string }

/** Where to, why, what could change it, what to say in public, and whether that is the official answer. */
export function MoveFields({ of, sent, moves, choose, to }: Props) {
  const { t } = useTranslation('staff')
  const { may } = useLoaderData<DeskPage>()
  const template = useTemplate()
  const typed = useTyped()
  const mine = sent === of
  const field = (name: string) => {
    const { error, defaultValue } = typed.field(name)
    return { name, id: `${of}-${name}`, ...(mine ? { error, defaultValue } : {}) }
  }
  const wished = mine ? undefined : moves.find(({ value }) => value === to)
  const words = { defaultValue: wished && template(wished), ...field('note') }
  return (
    <>
      <Field {...field('to')} label={t('move.to')}>
        <Goals
          id={`${of}-to`}
          moves={moves}
          choose={choose}
          chosen={field('to').defaultValue ?? wished?.value}
        />
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
      <Field {...words} kind="textarea" rows={4} label={t('move.note')} hint={t('move.noteHint')} />
      <div className="why">
        <Field
          {...field('couldChange')}
          kind="textarea"
          rows={2}
          label={t('move.couldChange')}
          hint={t('move.couldChangeHint')}
          optional
        />
      </div>
      {may.answer && (
        <Field
          name="official"
          id={`${of}-official`}
          kind="checkbox"
          defaultChecked={mine ? typed.ticked('official') : of === 'move'}
          label={t('move.official')}
        />
      )}
    </>
  )
}

type GoalsProps = Pick<Props, 'moves' | 'choose'> & { id: string; chosen?: string }

/** The statuses to choose from; each brings the words to begin with, and says whether it needs a reason. */
function Goals({ id, moves, choose, chosen }: GoalsProps) {
  const { t } = useTranslation('staff')
  const template = useTemplate()
  return (
    <select id={id} name="to" defaultValue={chosen ?? ''} required>
      <option value="">{choose ?? t('move.choose')}</option>
      {moves.map((move) => (
        <option
          key={move.value}
          value={move.value}
          data-reason={move.needsReason || undefined}
          data-template={template(move)}
        >
          {move.label}
        </option>
      ))}
    </select>
  )
}

/** The words to begin with for each status: the house's for its own, a plain sentence for the brand's. */
function useTemplate() {
  const { t, i18n } = useTranslation('staff')
  const say = t as (key: string, values?: object) => string
  return ({ value, label }: Choice) =>
    i18n.exists(`staff:templates.${value}`)
      ? say(`templates.${value}`)
      : say('templates.any', { status: label })
}

/** What is wrong with the form `of` this name, when it is the one that came back. */
export function Problems({ sent, of }: { sent?: Sent; of: Sent }) {
  const { errors } = useTyped()
  if (sent !== of) return null
  return (
    <ErrorSummary errors={errors.map((error) => ({ ...error, name: `${of}-${error.name}` }))} />
  )
}
