import { useTranslation } from 'react-i18next'
import type { Why } from '#app/domain/moderation/review.rules.ts'

type Props = {
  row: { why: Why; severity: number; flagsCount: number; isHeld: boolean }
  isOpen?: boolean
}

/** How grave something is, and why it is here, in words; while it waits also whether it can be read meanwhile. */
export function Signs({ row, isOpen = true }: Props) {
  const { t } = useTranslation('moderation')
  const { severity, isHeld } = row
  const weight = severity >= 4 ? 'grave' : severity >= 3 ? 'serious' : 'light'
  return (
    <ul className="signs plain-list">
      <li data-severity={weight}>{t(`desk.severity.${weight}`)}</li>
      <Why row={row} />
      {isOpen && <li>{t(isHeld ? 'desk.held' : 'desk.inSight')}</li>}
    </ul>
  )
}

function Why({ row: { why, flagsCount } }: Pick<Props, 'row'>) {
  const { t } = useTranslation('moderation')
  const reports = <li>{t('desk.flags', { count: flagsCount })}</li>
  if (why === 'flagged') return reports
  return (
    <>
      <li>{t(`desk.why.${why}`)}</li>
      {flagsCount > 0 && reports}
    </>
  )
}
