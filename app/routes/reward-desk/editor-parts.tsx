import { useTranslation } from 'react-i18next'
import { limits } from '#app/domain/rewards/edit.form.ts'
import { kinds } from '#app/domain/rewards/redemption.rules.ts'
import { Choices } from '#app/ui/choices.tsx'
import { Field } from '#app/ui/field.tsx'
import { usePoints } from '#app/ui/points.tsx'
import type { Part } from './editor.tsx'

/** What kind of thing it is; for good, once somebody took it. */
export function Kind({ page, typed }: Part) {
  const { t } = useTranslation('rewards')
  const kind = (typed.text('kind') ?? 'prize') as 'prize'
  return (
    <fieldset>
      <legend>{t('desk.kind')}</legend>
      {page.isKindFixed ? (
        <p id="kind">
          <strong>{t(`kind.${kind}`)}.</strong> {t('desk.kindFixed')}
          <input type="hidden" name="kind" value={kind} />
        </p>
      ) : (
        <Choices
          legend={t('desk.whatKind')}
          name="kind"
          error={typed.errors.find(({ name }) => name === 'kind')?.message}
          chosen={[kind]}
          choices={kinds.map((value) => ({
            value,
            label: t(`kind.${value}`),
            hint: t(`desk.kindHint.${value}`),
          }))}
        />
      )}
    </fieldset>
  )
}

const languages = ['It', 'En'] as const
const langs = { It: 'it', En: 'en' }

/** What members read, in both languages beside each other. */
export function Words({ typed }: Pick<Part, 'typed'>) {
  const { t } = useTranslation('rewards')
  return (
    <fieldset>
      <legend>{t('desk.words')}</legend>
      <div className="pair">
        {languages.map((language) => (
          <Field
            key={language}
            {...typed.field(`title${language}`)}
            label={t(`desk.fields.title${language}`)}
            lang={langs[language]}
            maxLength={limits.title}
            required
          />
        ))}
      </div>
      {(['text', 'terms'] as const).map((what) =>
        languages.map((language) => (
          <Field
            key={`${what}${language}`}
            {...(typed.field(`${what}${language}`) as object)}
            name={`${what}${language}`}
            kind="textarea"
            rows={what === 'text' ? 5 : 3}
            label={t(`desk.fields.${what}${language}`)}
            hint={language === 'It' ? t(`desk.${what}Hint`) : undefined}
            lang={langs[language]}
            optional={what === 'terms'}
            required={what === 'text'}
          />
        )),
      )}
    </fieldset>
  )
}

export function Photo({ page: { photo }, typed }: Part) {
  const { t } = useTranslation('rewards')
  return (
    <fieldset>
      <legend>{t('desk.photo')}</legend>
      {photo && <img src={`/images/${photo.id}/thumb`} alt={photo.alt} width="240" height="176" />}
      <Field
        {...typed.field('photo')}
        defaultValue={undefined}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
        label={t(photo ? 'desk.otherPhoto' : 'desk.aPhoto')}
        hint={t('desk.photoHint')}
        optional
      />
      <Field
        {...typed.field('photoAlt')}
        label={t('desk.fields.photoAlt')}
        hint={t('desk.photoAltHint')}
        maxLength={limits.alt}
      />
      {photo && <Field {...typed.tick('removePhoto')} label={t('desk.removePhoto')} />}
    </fieldset>
  )
}

/** What it asks of a member and costs the house. */
export function Price({ page, typed }: Part) {
  const { t } = useTranslation('rewards')
  const points = usePoints()
  const { days, aMonth, isTaken } = page
  const aboutNow = days ? ` ${t('desk.effort', { count: days, days: points.number(days) })}` : ''
  return (
    <fieldset>
      <legend>{t('desk.price')}</legend>
      <Field
        {...typed.field('price')}
        inputMode="numeric"
        label={t('desk.fields.price', { noun: points.many })}
        hint={`${aMonth ? t('desk.aMonth', { points: points.text(aMonth) }) : t('desk.noMonth')}${aboutNow}${isTaken ? ` ${t('desk.priceTaken')}` : ''}`}
        required
      />
      <div className="pair">
        <Field
          {...typed.field('cost')}
          inputMode="decimal"
          label={t('desk.fields.cost')}
          hint={t('desk.costHint')}
          optional
        />
        <Field
          {...typed.field('goal')}
          inputMode="numeric"
          label={t('desk.fields.goal')}
          hint={t('desk.goalHint')}
          optional
        />
      </div>
    </fieldset>
  )
}

/** How many there are, for whom, from when until when. */
export function Conditions({ page, typed }: Part) {
  const { t } = useTranslation('rewards')
  const points = usePoints()
  const isCoupon = page.isKindFixed && page.pool
  return (
    <fieldset>
      <legend>{t('desk.conditions')}</legend>
      <div className="pair">
        {!isCoupon && (
          <Field
            {...typed.field('stock')}
            inputMode="numeric"
            label={t('desk.fields.stock')}
            hint={t('desk.stockHint')}
            optional
          />
        )}
        <Field
          {...typed.field('perMember')}
          inputMode="numeric"
          label={t('desk.fields.perMember')}
          hint={t('desk.perMemberHint')}
          optional
        />
        <Field
          {...typed.field('opens')}
          type="datetime-local"
          label={t('desk.fields.opens')}
          hint={t('desk.zone', { zone: page.zone })}
          optional
        />
        <Field
          {...typed.field('closes')}
          type="datetime-local"
          label={t('desk.fields.closes')}
          hint={t('desk.zone', { zone: page.zone })}
          optional
        />
      </div>
      <Field
        name="level"
        kind="select"
        {...{ defaultValue: typed.text('level') ?? '0' }}
        label={t('desk.level')}
        options={page.levels.map(({ name, from }, place) => ({
          value: String(place),
          label: place ? t('desk.levelFrom', { name, points: points.text(from) }) : t('level.all'),
        }))}
      />
      <Field
        {...typed.tick('needsApproval')}
        label={t('desk.needsApproval')}
        hint={t('desk.needsApprovalHint')}
      />
    </fieldset>
  )
}
