import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import { Time } from './time.tsx'

type Props = {
  team: string
  date: Date | string
  editedAt?: Date | string | null
  id?: string
  children: ReactNode
}

export function OfficialAnswer({ team, date, editedAt, id = 'answer', children }: Props) {
  const { t } = useTranslation('ui')
  return (
    <section className="answer" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <span className="mark">
          <Icon name="loaf" />
        </span>
        <div>
          <h2 id={`${id}-title`}>{t('answer.title')}</h2>
          <p className="quiet">
            {team} · <Time at={date} as="date" />
            {editedAt && (
              <>
                {' · '}
                {t('answer.edited')} <Time at={editedAt} as="date" />
              </>
            )}
          </p>
        </div>
      </header>
      {children}
    </section>
  )
}
