import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { consentsOf, giveConsent, withdrawConsent } from '#app/domain/identity/consent.server.ts'
import { accountOf } from '#app/domain/identity/profile.server.ts'
import { ConsentForm } from '#app/domain/identity/profile.form.ts'
import { isStaff } from '#app/domain/identity/viewer.rules.ts'
import { accountOf as pointAccountOf } from '#app/domain/points/account.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Table } from '#app/ui/table.tsx'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { BoardChoice } from '../points/board-choice.tsx'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'identity:settings.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requireMember(knock)
  const { locale, theme } = knock.context.visit
  const [consents, { isNamedInThanks: isNamed }, { isOffBoard }, { hasLeaderboard }] =
    await Promise.all([
      consentsOf(db, member.id),
      accountOf(db, member.id),
      pointAccountOf(db, member.id),
      siteSettings(db),
    ])
  // The staff are not on it, whatever they choose.
  const isChoice = hasLeaderboard && !isStaff(member)
  return { locale, theme, consents, isNamed, isOffBoard: isChoice ? isOffBoard : null }
}

export async function action(knock: ActionFunctionArgs) {
  const member = await requireMember(knock)
  const form = await read(knock.request, ConsentForm)
  if (form.reply) return invalid(form.reply)
  const { values } = form
  await transaction(async (tx) => {
    for (const purpose of ['marketing', 'profiling'] as const) {
      const act = values[purpose] ? giveConsent : withdrawConsent
      await act(tx, member.id, purpose)
    }
  })
  return back('/me/settings', 'settings-saved')
}

export default function MySettings() {
  const { t } = useTranslation('identity')
  const { isOffBoard } = useLoaderData<typeof loader>()
  return (
    <>
      <Pagehead title={t('settings.title')} />
      <div className="sections">
        <Look />
        <section>
          <h2>{t('settings.notifications')}</h2>
          <ButtonLink href="/me/notifications/settings" kind="plain" icon="bell">
            {t('settings.choose')}
          </ButtonLink>
        </section>
        <Named />
        {isOffBoard !== null && <BoardChoice isOff={isOffBoard} redirectTo="/me/settings#board" />}
        <Consents />
        <section>
          <h2>{t('settings.privacy')}</h2>
          <ButtonLink href="/me/privacy" kind="plain" icon="lock">
            {t('settings.data')}
          </ButtonLink>
        </section>
      </div>
    </>
  )
}

function Look() {
  const { t } = useTranslation('identity')
  const { locale, theme } = useLoaderData<typeof loader>()
  return (
    <form method="post" action="/preferences" className="form">
      <input type="hidden" name="redirectTo" value="/me/settings" />
      <Choices
        legend={t('settings.language')}
        name="locale"
        chosen={[locale]}
        choices={[
          { value: 'it', label: <span lang="it">Italiano</span> },
          { value: 'en', label: <span lang="en">English</span> },
        ]}
      />
      <Choices
        legend={t('settings.theme')}
        name="theme"
        chosen={[theme]}
        choices={(['auto', 'light', 'dark'] as const).map((value) => ({
          value,
          label: t(`settings.themes.${value}`),
        }))}
      />
      <div className="row acts">
        <Button>{t('settings.save')}</Button>
      </div>
    </form>
  )
}

/** Being named among the supporters of what became real. */
function Named() {
  const { t } = useTranslation('realised')
  const { isNamed } = useLoaderData<typeof loader>()
  return (
    <section id="named">
      <h2>{t('named.title')}</h2>
      <p>{t('named.text')}</p>
      <form method="post" action="/me/named" className="form">
        <div className="field tick">
          <input type="checkbox" name="named" id="is-named" defaultChecked={isNamed} />
          <label htmlFor="is-named">{t('named.label')}</label>
        </div>
        <div className="row acts">
          <Button>{t('named.save')}</Button>
        </div>
      </form>
    </section>
  )
}

function Consents() {
  const { t } = useTranslation('identity')
  const { date } = useFormat()
  const { consents } = useLoaderData<typeof loader>()
  const standing = consents.filter(({ withdrawnAt }) => !withdrawnAt)
  return (
    <section className="stack">
      <h2>{t('consent.title')}</h2>
      <form method="post" className="form">
        <fieldset className="field choices">
          <legend className="vh">{t('consent.title')}</legend>
          {(['marketing', 'profiling'] as const).map((purpose) => (
            <label key={purpose}>
              <input
                type="checkbox"
                name={purpose}
                defaultChecked={standing.some((given) => given.purpose === purpose)}
              />
              <span>{t(`${purpose}.label`)}</span>
            </label>
          ))}
        </fieldset>
        <div className="row acts">
          <Button>{t('consent.save')}</Button>
        </div>
      </form>
      <Table
        caption={t('consent.history')}
        showCaption
        columns={[
          { key: 'purpose', label: t('consent.purpose') },
          { key: 'version', label: t('consent.version') },
          { key: 'given', label: t('consent.given') },
          { key: 'withdrawn', label: t('consent.withdrawn') },
        ]}
        rows={consents.map(({ purpose, version, givenAt, withdrawnAt }) => ({
          key: `${purpose} ${givenAt}`,
          cells: {
            purpose: t(`consent.of.${purpose}`),
            version,
            given: date(givenAt),
            withdrawn: withdrawnAt ? date(withdrawnAt) : '–',
          },
        }))}
      />
    </section>
  )
}
