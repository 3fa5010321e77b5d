import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { alwaysInApp, mailChoices, neverMailed } from '#app/domain/notifications/choice.rules.ts'
import {
  type NotificationEvent,
  type Section,
  sections,
} from '#app/domain/notifications/notification.rules.ts'
import { usePoints } from '#app/ui/points.tsx'
import type { SettingsData } from './notification-settings.tsx'

/** Every event by every way of hearing of it, in those sections that are for the reader. */
export function Matrix() {
  const { shown } = useLoaderData<SettingsData>()
  return shown.map((section) => <SectionTable key={section} section={section} />)
}

function SectionTable({ section }: { section: Section }) {
  const { t } = useTranslation('notifications')
  const { title } = usePoints()
  return (
    <table className="matrix" role="table">
      <caption>{t(`settings.sections.${section}`, { title })}</caption>
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

/** The ways by mail that an event can have from here. */
const mailedFor = (event: NotificationEvent) => (neverMailed.includes(event) ? [] : mailChoices)

function EventRow({ event }: { event: NotificationEvent }) {
  const { t } = useTranslation('notifications')
  const { choices } = useLoaderData<SettingsData>()
  const { inApp, mail: chosen } = choices[event]
  const { many } = usePoints()
  const name = t(`events.${event}`, { noun: many })
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
      {neverMailed.includes(event) && (
        <td role="cell" colSpan={mailChoices.length} className="quiet">
          {t('settings.mailedElsewhere')}
        </td>
      )}
      {mailedFor(event).map((mail) => (
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
