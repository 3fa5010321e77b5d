import { useTranslation } from 'react-i18next'
import type { Status } from '#app/domain/ideas/idea.server.ts'
import { fixedOf, places, statusIcons, tones } from '#app/domain/workflow/status.rules.ts'
import { Choices } from '#app/ui/choices.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { drawn, StatusChip } from '#app/ui/status-chip.tsx'
import type { useTyped } from '#app/ui/use-typed.ts'

const ticks = ['votesOpen', 'commentsOpen', 'editsOpen', 'isStep', 'onRoadmap'] as const

/** The fields of a status as a form shows what is stored. */
export const storedOf = (status: Pick<Status, (typeof stored)[number]>) =>
  Object.fromEntries(
    stored.map((name) => {
      const value = status[name]
      return [name, value === true ? 'on' : value === false ? '' : value]
    }),
  )
const stored = [
  ...(['labelIt', 'labelEn', 'tone', 'icon', 'place', 'promiseDays'] as const),
  ...ticks,
]

type Props = { typed: ReturnType<typeof useTyped>; id?: string }

/** What a status is called, how it looks, and what may be done with an idea that stands in it. */
export function StatusFields({ typed, id = '' }: Props) {
  const { t } = useTranslation('workflow')
  const fixed = fixedOf(id)
  return (
    <>
      <h2>{t('form.names')}</h2>
      <Field
        {...typed.field('labelIt')}
        label={t('form.labelIt')}
        lang="it"
        maxLength={30}
        required
      />
      <Field
        {...typed.field('labelEn')}
        label={t('form.labelEn')}
        lang="en"
        maxLength={30}
        required
      />
      <Look typed={typed} />
      <h2>{t('form.rules')}</h2>
      {'place' in fixed ? (
        <p className="quiet fixed-place">
          <Icon name="lock" />
          <span>
            {t(`place.${fixed.place!}.short`)}. {t('form.placeFixed')}
          </span>
        </p>
      ) : (
        <Choices
          legend={t('form.place')}
          name="place"
          hint={t('form.placeHint')}
          chosen={[typed.text('place') ?? 'board']}
          error={typed.field('place').error}
          choices={places.map((value) => ({
            value,
            label: t(`place.${value}.name`),
            hint: t(`place.${value}.hint`),
          }))}
          required
        />
      )}
      {ticks.map((name) => {
        const isFixed = name in fixed
        return (
          <Field
            key={name}
            {...typed.tick(name)}
            defaultChecked={isFixed ? !!fixed[name] : typed.ticked(name)}
            disabled={isFixed}
            label={t(`form.${name}`)}
            hint={isFixed ? t('form.fixed') : t(`form.${name}Hint`)}
          />
        )
      })}
      {!('promiseDays' in fixed) && (
        <Field
          {...typed.field('promiseDays')}
          label={t('form.promiseDays')}
          hint={t('form.promiseHint')}
          type="number"
          inputMode="numeric"
          min={0}
          max={365}
          optional
        />
      )}
    </>
  )
}

function Look({ typed }: { typed: Props['typed'] }) {
  const { t } = useTranslation('workflow')
  const [tone, icon] = [typed.text('tone') ?? 'neutral', typed.text('icon') ?? 'circle-dot']
  return (
    <>
      <fieldset className="field picker" id="tone">
        <legend>{t('form.tone')}</legend>
        <p className="hint">{t('form.toneHint')}</p>
        {tones.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name="tone"
              value={value}
              defaultChecked={tone === value}
              required
            />
            <StatusChip
              status={{ key: value, label: t(`tone.${value}`), tone: value, icon: 'circle-dot' }}
            />
          </label>
        ))}
      </fieldset>
      <fieldset className="field picker icons" id="icon">
        <legend>{t('form.icon')}</legend>
        {statusIcons.map((value) => (
          <label key={value} title={t(`icon.${value}`)}>
            <input
              type="radio"
              name="icon"
              value={value}
              defaultChecked={icon === value}
              aria-label={t(`icon.${value}`)}
              required
            />
            <Icon name={drawn(value)} size={22} />
          </label>
        ))}
      </fieldset>
    </>
  )
}
