import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { movePermissions, receipts } from '#app/domain/workflow/status.rules.ts'
import { Field } from '#app/ui/field.tsx'
import { StatusChip } from '#app/ui/status-chip.tsx'
import type { useTyped } from '#app/ui/use-typed.ts'
import type { MovesPage } from './moves-page.server.ts'

type Typed = ReturnType<typeof useTyped>

/** One move out of the status: whether it is allowed, to whom, and what it asks for. */
export function MoveOut({ index, typed }: { index: number; typed: Typed }) {
  const { t } = useTranslation('workflow')
  const { targets } = useLoaderData<() => Promise<MovesPage>>()
  const { id, chip, rule } = targets[index]!
  const isReceipt = receipts.includes(id)
  const ticked = (name: string, stored: boolean) => chosen(typed, name, id, stored)
  return (
    <fieldset className="move">
      <legend>
        <label>
          <input type="checkbox" name="to" value={id} defaultChecked={ticked('to', !!rule)} />
          <StatusChip status={chip} />
        </label>
      </legend>
      <div className="asks">
        <Field
          name={`permission-${id}`}
          label={t('moves.who')}
          kind="select"
          defaultValue={typed.text(`permission-${id}`) ?? rule?.permission ?? firstFor(id)}
          options={movePermissions.map((value) => ({
            value,
            label: t(`who.${value.replace('.', '_')}` as 'who.ideas_move'),
          }))}
        />
        <Least name="votes" of={id} stored={rule?.minVotes} typed={typed} />
        <Least name="days" of={id} stored={rule?.minDays} typed={typed} />
        <div className="ticks">
          {(['note', 'reason'] as const).map((name) => {
            const stored = name === 'note' ? (rule?.needsNote ?? true) : !!rule?.needsReason
            return (
              <label key={name}>
                <input
                  type="checkbox"
                  name={name}
                  value={id}
                  defaultChecked={isReceipt || ticked(name, stored)}
                  disabled={isReceipt}
                />{' '}
                {t(`moves.asks.${name}`)}
              </label>
            )
          })}
          {isReceipt && <p className="hint">{t('moves.receipt')}</p>}
        </div>
      </div>
    </fieldset>
  )
}

const firstFor = (id: string) => (id === 'hidden' ? 'ideas.hide' : 'ideas.move')

/** Whether a box of several of one name is ticked: as it was typed, else as it is stored. */
export function chosen(typed: Typed, name: string, id: string, stored: boolean) {
  if (typed.text('seen') === undefined) return stored
  const said = typed.text(name)
  return said !== undefined && said.split(',').includes(id)
}

type LeastProps = { name: 'votes' | 'days'; of: string; stored?: number | null; typed: Typed }

function Least({ name, of, stored, typed }: LeastProps) {
  const { t } = useTranslation('workflow')
  const field = typed.field(`${name}-${of}`)
  return (
    <Field
      {...field}
      defaultValue={field.defaultValue ?? stored ?? ''}
      label={t(`moves.least.${name}`)}
      type="number"
      inputMode="numeric"
      min={0}
    />
  )
}

/** The statuses from which this one is reached. */
export function MovesIn({ typed }: { typed: Typed }) {
  const { t } = useTranslation('workflow')
  const { targets } = useLoaderData<() => Promise<MovesPage>>()
  return (
    <fieldset className="field picker" id="from">
      <legend>{t('moves.in')}</legend>
      <p className="hint">{t('moves.inHint')}</p>
      {targets.map(({ id, chip, leadsHere }) => (
        <label key={id}>
          <input
            type="checkbox"
            name="from"
            value={id}
            defaultChecked={chosen(typed, 'from', id, leadsHere)}
          />
          <StatusChip status={chip} />
        </label>
      ))}
    </fieldset>
  )
}
