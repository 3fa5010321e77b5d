import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { mailPauseOf, pauseMails } from '#app/domain/identity/mail-pause.server.ts'
import { ChoicesForm, choicesIn, PauseForm } from '#app/domain/notifications/choice.form.ts'
import { choicesOf, choose } from '#app/domain/notifications/choice.server.ts'
import { alwaysInApp, events, mailChoices } from '#app/domain/notifications/notification.rules.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'

const here = '/me/notifications/settings'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'notifications:settings.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requireMember(knock)
  const [choices, pausedUntil] = await Promise.all([
    choicesOf(db, member.id),
    mailPauseOf(db, member.id),
  ])
  return { choices, pausedUntil }
}

export async function action(knock: ActionFunctionArgs) {
  const member = await requireMember(knock)
  const pause = await read(knock.request.clone(), PauseForm)
  if (pause.values) {
    const days = pause.values.intent === 'pause' ? 30 : 0
    await transaction((tx) => pauseMails(tx, member.id, days))
    return back(here, days ? 'mails-paused' : 'mails-resumed')
  }
  const form = await read(knock.request, ChoicesForm)
  if (form.reply) return invalid(form.reply)
  await transaction((tx) => choose(tx, member.id, choicesIn(form.values)))
  return back(here, 'choices-kept')
}

export default function NotificationSettings() {
  const { t } = useTranslation('notifications')
  const { pausedUntil } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb
        steps={[{ label: t('title'), href: '/me/notifications' }, { label: t('settings.title') }]}
      />
      <Pagehead title={t('settings.title')} lead={t('settings.lead')} />
      <div className="sections measure">
        <form method="post" className="stack" data-enhance="">
          <Matrix />
          <div>
            <Button icon="check">{t('settings.save')}</Button>
          </div>
        </form>
        <section className="stack" aria-labelledby="pause">
          <h2 id="pause">{t('settings.pause')}</h2>
          {pausedUntil ? (
            <Notice tone="info">
              {t('settings.pausedUntil')} <Time at={pausedUntil} as="date" />.
            </Notice>
          ) : (
            <p>{t('settings.pauseText')}</p>
          )}
          <form method="post" data-enhance="">
            <Button kind="plain" name="intent" value={pausedUntil ? 'resume' : 'pause'}>
              {t(pausedUntil ? 'settings.resume' : 'settings.pauseDo')}
            </Button>
          </form>
        </section>
      </div>
    </>
  )
}

function Matrix() {
  const { t } = useTranslation('notifications')
  const { choices } = useLoaderData<typeof loader>()
  return (
    <Table
      caption={t('settings.title')}
      columns={[
        { key: 'event', label: t('settings.event') },
        { key: 'inApp', label: t('settings.inApp') },
        { key: 'mail', label: t('settings.mail') },
      ]}
      rows={events.map((event) => {
        const always = alwaysInApp.includes(event)
        return {
          key: event,
          cells: {
            event: t(`events.${event}`),
            inApp: always ? (
              <span className="quiet">{t('settings.always')}</span>
            ) : (
              <input
                type="checkbox"
                name={`inApp-${event}`}
                defaultChecked={choices[event].inApp}
                aria-label={t('settings.inAppName', { event: t(`events.${event}`) })}
              />
            ),
            mail: (
              <select
                name={`mail-${event}`}
                defaultValue={choices[event].mail}
                aria-label={t('settings.mailName', { event: t(`events.${event}`) })}
              >
                {mailChoices.map((mail) => (
                  <option key={mail} value={mail}>
                    {t(`mails.${mail}`)}
                  </option>
                ))}
              </select>
            ),
          },
        }
      })}
    />
  )
}
