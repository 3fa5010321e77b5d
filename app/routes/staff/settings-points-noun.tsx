import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pointIcons, pointsText } from '#app/domain/points/noun.rules.ts'
import { NounForm } from '#app/domain/points/settings.form.ts'
import { changePointSettings, pointSettings } from '#app/domain/points/settings.server.ts'
import type { Noun } from '#app/domain/site/point-settings.rules.ts'
import { Choices } from '#app/ui/choices.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { SettingsForm, SettingsPage } from '../settings/settings-page.tsx'
import { BothVersions } from '../settings/stale.tsx'
import { isStale } from '../settings/status-answer.ts'

export { links } from './settings.tsx'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'points:settings.pages.noun.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'site.settings')
  const { now, seen } = await pointSettings(db, 'noun')
  return { noun: now.pointNoun, seen }
}

export async function action(knock: ActionFunctionArgs) {
  const admin = await requirePermission(knock, 'site.settings')
  const form = await read(knock.request, NounForm)
  if (form.reply) return invalid(form.reply)
  const { oneIt, oneEn, manyIt, manyEn, icon, seen } = form.values
  const known = pointIcons.find((one) => one === icon)
  if (!known) return form.refuse({ icon: 'errors:required' })
  const pointNoun: Noun = {
    one: { it: oneIt, en: oneEn },
    many: { it: manyIt, en: manyEn },
    icon: known,
  }
  const wish = { pointNoun }
  const outcome = await transaction((tx) => changePointSettings(tx, admin, 'noun', { wish, seen }))
  if (outcome === 'stale') return form.refuse({ seen: 'points:settings.stale' })
  return back('/staff/settings/points/noun', 'points-noun')
}

const storedIn = ({ one, many, icon }: Noun) => ({
  ...{ oneIt: one.it, oneEn: one.en, manyIt: many.it, manyEn: many.en, icon },
})
const fields = ['oneIt', 'manyIt', 'oneEn', 'manyEn'] as const

/** What the points are called, and their icon, with examples of how that reads. */
export default function NounSettings() {
  const { t } = useTranslation('points')
  const { noun, seen } = useLoaderData<typeof loader>()
  const { errors, field, text } = useTyped(storedIn(noun))
  const title = t('settings.pages.noun.title')
  return (
    <SettingsPage
      title={title}
      lead={t('settings.pages.noun.lead')}
      steps={[{ label: t('settings.title'), href: '/staff/settings/points' }, { label: title }]}
      look="point-settings"
    >
      {isStale(errors) && (
        <BothVersions
          lines={fields.map((name) => ({
            key: name,
            label: t(`settings.noun.${name}`),
            now: storedIn(noun)[name],
            mine: text(name) ?? '',
          }))}
        />
      )}
      <SettingsForm seen={seen} save={t('settings.save')}>
        {fields.map((name) => (
          <Field
            key={name}
            {...field(name)}
            label={t(`settings.noun.${name}`)}
            lang={name.endsWith('It') ? 'it' : 'en'}
            maxLength={40}
            required
          />
        ))}
        <Choices
          legend={t('settings.noun.icon')}
          name="icon"
          chosen={[text('icon') ?? 'wheat']}
          choices={pointIcons.map((icon) => ({
            value: icon,
            label: (
              <>
                <Icon name={icon} size={24} /> {t(`settings.icons.${icon}`)}
              </>
            ),
          }))}
          error={errors.find(({ name }) => name === 'icon')?.message}
          required
        />
      </SettingsForm>
      <Examples noun={noun} />
    </SettingsPage>
  )
}

const numbers = [1, 5, 1234]

function Examples({ noun }: { noun: Noun }) {
  const { t } = useTranslation('points')
  return (
    <section aria-labelledby="examples">
      <h2 id="examples">{t('settings.noun.examples')}</h2>
      <p className="quiet">{t('settings.noun.examplesHint')}</p>
      <ul className="noun-examples">
        {(['it', 'en'] as const).map((locale) => (
          <li key={locale} lang={locale}>
            {numbers.map((n) => (
              <span className="points" key={n}>
                <Icon name={noun.icon as 'wheat'} /> {pointsText(n, noun, locale)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
