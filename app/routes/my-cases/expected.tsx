import { useTranslation } from 'react-i18next'
import type { Expected } from './moment.server.ts'

/** By when care answers, in words. */
export function ExpectedAnswer({ expected }: { expected: NonNullable<Expected> }) {
  const { t } = useTranslation('care')
  if (expected.is === 'late') return <span>{t('mine.late')}</span>
  const { when, day, time } = expected
  return <span>{t(`mine.by.${when}`, { day, time })}</span>
}
