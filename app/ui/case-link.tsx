import { useTranslation } from 'react-i18next'
import { Hole } from './hole.tsx'
import { Icon } from './icon.tsx'

/** What stands beside an idea for the staff: its place at their desk, and its private half. */
export function ForStaff({ number }: { number: number }) {
  const { t } = useTranslation('ideas')
  const desk = (
    <a className="act" href={`/staff/ideas?idea=${number}`}>
      <Icon name="route" />
      {t('page.staff')}
    </a>
  )
  return (
    <>
      <Hole of="can:ideas.see-private" cases={{ off: null, on: desk }} />
      <Hole of="can:care.answer" cases={{ off: null, on: <ToCases number={number} /> }} />
    </>
  )
}

function ToCases({ number }: { number: number }) {
  const { t } = useTranslation('ui')
  return (
    <a className="act" data-i="inbox" href={`/staff/ideas/${number}/cases`}>
      {t('care.cases')}
    </a>
  )
}

/** The private half of a comment. */
export function ToCase({ id }: { id: string }) {
  const { t } = useTranslation('ui')
  return (
    <a className="act" data-i="inbox" href={`/comments/${id}/case`}>
      {t('care.open')}
    </a>
  )
}
