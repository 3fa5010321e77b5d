import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { chooseMailHours, mailHoursOf } from '#app/domain/identity/mail-hours.server.ts'
import { mailPauseOf, pauseMails } from '#app/domain/identity/mail-pause.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { ChoicesForm, choicesIn, PauseForm } from '#app/domain/notifications/choice.form.ts'
import { choicesOf, choose } from '#app/domain/notifications/choice.server.ts'
import { isSectionFor, sectionNames } from '#app/domain/notifications/notification.rules.ts'
import { TimesForm } from '#app/domain/notifications/times.form.ts'
import { zoneOf } from '#app/domain/notifications/zone.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import notificationsStyles from '#app/ui/notifications.css?url'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Time } from '#app/ui/time.tsx'
import { back } from '#app/web/answer.server.ts'
import { fieldsOf, invalid, read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { Matrix } from './notification-matrix.tsx'
import { Times } from './notification-times.tsx'

const here = '/me/notifications/settings'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: notificationsStyles }]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'notifications:settings.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requireMember(knock)
  const [choices, pausedUntil, hours, zone] = await Promise.all([
    choicesOf(db, member.id),
    mailPauseOf(db, member.id),
    mailHoursOf(db, member.id),
    zoneOf(db),
  ])
  return {
    choices,
    pausedUntil,
    hours,
    zone,
    shown: sectionNames.filter((one) => isSectionFor(member, one)),
  }
}
export type SettingsData = typeof loader

/** Three forms live here, and each says by its `intent` which it is; the matrix has none. */
export async function action(knock: ActionFunctionArgs) {
  const member = await requireMember(knock)
  const { intent } = Object.fromEntries(await fieldsOf(knock.request.clone()))
  if (intent === 'times') return keepTimes(knock.request, member)
  if (intent) return pauseOrResume(knock.request, member)
  const form = await read(knock.request, ChoicesForm)
  if (form.reply) return invalid(form.reply)
  await transaction((tx) => choose(tx, member.id, choicesIn(form.values)))
  return back(here, 'choices-kept')
}

async function keepTimes(request: Request, member: Person) {
  const form = await read(request, TimesForm)
  if (form.reply) return invalid(form.reply)
  const { digestHour, quietFrom = null, quietTo = null } = form.values
  const hours = { digestHour, quietFrom, quietTo }
  await transaction((tx) => chooseMailHours(tx, member.id, hours))
  return back(here, 'hours-kept')
}

async function pauseOrResume(request: Request, member: Person) {
  const form = await read(request, PauseForm)
  if (form.reply) return invalid(form.reply)
  const days = form.values.intent === 'pause' ? 30 : 0
  await transaction((tx) => pauseMails(tx, member.id, days))
  return back(here, days ? 'mails-paused' : 'mails-resumed')
}

export default function NotificationSettings() {
  const { t } = useTranslation('notifications')
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
        <Times />
        <Pause />
      </div>
    </>
  )
}

function Pause() {
  const { t } = useTranslation('notifications')
  const { pausedUntil } = useLoaderData<SettingsData>()
  return (
    <section className="stack" aria-labelledby="pause">
      <h2 id="pause">{t('settings.pause')}</h2>
      {pausedUntil ? (
        <Notice tone="info">
          <Time at={pausedUntil} as="date" after={t('settings.pausedUntil')} />.
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
  )
}
