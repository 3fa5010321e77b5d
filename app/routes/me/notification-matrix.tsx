import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import {
  alwaysInApp,
  mailChoices,
  type NotificationEvent,
  type Section,
  sections,
} from '#app/domain/notifications/notification.rules.ts'
import type { SettingsData } from './notification-settings.tsx'

/** Every event by every way of hearing of it, in sections; what concerns the team is shown to the team. */
export function Matrix() {
  const { isTeam } = useLoaderData<SettingsData>()
  const shown = (Object.keys(sections) as Section[]).filter((one) => one !== 'team' || isTeam)
  return shown.map((section) => <SectionTable key={section} section={section} />)
}

function SectionTable({ section }: { section: Section }) {
  const { t } = useTranslation('notifications')
  return (
    <table className="matrix" role="table">
      <caption>{t(`settings.sections.${section}`)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            <span className="vh">{t('settings.event')}</span>
          </th>
          <th scope="col" role="columnheader">
            {t('settings.inApp')}
          </th>
          {mailChoices.map((mail) => (
            <th key={mail} scope="col" role="columnheader">
              {t(`mails.${mail}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {sections[section].map((event) => (
          <EventRow key={event} event={event} />
        ))}
      </tbody>
    </table>
  )
}

function EventRow({ event }: { event: NotificationEvent }) {
  const { t } = useTranslation('notifications')
  const { choices } = useLoaderData<SettingsData>()
  const { inApp, mail: chosen } = choices[event]
  const name = t(`events.${event}`)
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {name}
      </th>
      <td role="cell" data-label={t('settings.inApp')}>
        {alwaysInApp.includes(event) ? (
          <span className="quiet">{t('settings.always')}</span>
        ) : (
          <label>
            <input
              type="checkbox"
              name={`inApp-${event}`}
              defaultChecked={inApp}
              aria-label={t('settings.inAppName', { event: name })}
            />
          </label>
        )}
      </td>
      {mailChoices.map((mail) => (
        <td key={mail} role="cell" data-label={t(`mails.${mail}`)}>
          <label>
            <input
              type="radio"
              name={`mail-${event}`}
              value={mail}
              defaultChecked={chosen === mail}
              aria-label={`${t('settings.mailName', { event: name })}: ${t(`mails.${mail}`)}`}
            />
          </label>
        </td>
      ))}
    </tr>
  )
}
