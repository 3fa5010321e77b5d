import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Level } from '#app/domain/site/point-settings.rules.ts'
import { Field } from '#app/ui/field.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { SettingsForm, SettingsPage } from '../settings/settings-page.tsx'
import { BothVersions } from '../settings/stale.tsx'
import { isStale } from '../settings/status-answer.ts'

type Page = { levels: Level[]; seen: string; most: number }

const storedIn = (levels: Level[]) =>
  Object.fromEntries(
    levels.flatMap(({ name, from, rights }, i) => [
      [`nameIt-${i}`, name.it],
      [`nameEn-${i}`, name.en],
      [`from-${i}`, from],
      [`links-${i}`, rights.links],
      [`images-${i}`, rights.images],
      [`mentions-${i}`, rights.mentions],
      [`votes-${i}`, rights.votes],
      [`unreviewed-${i}`, rights.unreviewed ? 'on' : undefined],
    ]),
  ) as Record<string, string | number | null | undefined>

/** The levels, what they take and what they allow, and room for one more. */
export function LevelsPage() {
  const { t } = useTranslation('points')
  const { levels, seen, most } = useLoaderData<Page>()
  const { errors } = useTyped(storedIn(levels))
  const title = t('settings.pages.levels.title')
  const shown = Math.min(most, levels.length + 1)
  return (
    <SettingsPage
      title={title}
      lead={t('settings.pages.levels.lead')}
      steps={[{ label: t('settings.title'), href: '/staff/settings/points' }, { label: title }]}
      look="point-settings"
    >
      {isStale(errors) && <Both />}
      <SettingsForm seen={seen} save={t('settings.save')} look="wide">
        {Array.from({ length: shown }, (_, i) => (
          <LevelFields key={i} i={i} />
        ))}
        <p className="quiet">{t('levels.after')}</p>
      </SettingsForm>
    </SettingsPage>
  )
}

function LevelFields({ i }: { i: number }) {
  const { t, i18n } = useTranslation('points')
  const points = usePoints()
  const { levels } = useLoaderData<Page>()
  const typed = useTyped(storedIn(levels))
  const level = levels[i]
  const count = (name: string) => ({
    ...typed.field(`${name}-${i}`),
    type: 'number',
    inputMode: 'numeric' as const,
    min: 0,
  })
  return (
    <fieldset className="level">
      <legend>{level ? level.name[i18n.language === 'en' ? 'en' : 'it'] : t('levels.new')}</legend>
      {!level && <p className="hint">{t('levels.newHint')}</p>}
      <div className="level-fields">
        <Field {...typed.field(`nameIt-${i}`)} label={t('levels.nameIt')} lang="it" />
        <Field {...typed.field(`nameEn-${i}`)} label={t('levels.nameEn')} lang="en" />
        <Field {...count('from')} label={t('levels.from', { points: points.many })} />
      </div>
      <div className="level-fields">
        <Field {...count('links')} label={t('levels.links')} hint={t('levels.empty')} />
        <Field {...count('images')} label={t('levels.images')} hint={t('levels.empty')} />
        <Field {...count('mentions')} label={t('levels.mentions')} hint={t('levels.empty')} />
        <Field {...count('votes')} label={t('levels.votes')} hint={t('levels.empty')} />
      </div>
      <Field {...typed.tick(`unreviewed-${i}`)} label={t('levels.unreviewed')} />
      {level && levels.length > 1 && (
        <Field {...typed.tick(`gone-${i}`)} label={t('levels.remove')} />
      )}
    </fieldset>
  )
}

function Both() {
  const { t, i18n } = useTranslation('points')
  const points = usePoints()
  const { levels } = useLoaderData<Page>()
  const { text } = useTyped()
  const locale = i18n.language === 'en' ? 'En' : 'It'
  return (
    <BothVersions
      lines={levels.map(({ name, from }, i) => ({
        key: String(i),
        label: String(i + 1),
        now: t('levels.line', {
          name: name[locale === 'En' ? 'en' : 'it'],
          points: points.text(from),
        }),
        mine: [text(`name${locale}-${i}`), text(`from-${i}`)].filter(Boolean).join(', ') || '–',
      }))}
    />
  )
}
