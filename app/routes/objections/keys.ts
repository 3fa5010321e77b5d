import { useTranslation } from 'react-i18next'

/** What the keys do among the objections. */
export function useObjectionKeys() {
  const { t } = useTranslation('moderation')
  return [
    { keys: ['j', 'k'], does: t('desk.keys.of.j') },
    { keys: ['1', '2'], does: t('desk.keys.of.outcome') },
    { keys: ['n'], does: t('desk.keys.of.n') },
    { keys: ['?'], does: t('desk.keys.of.question') },
    { keys: ['Ctrl', 'Enter'], does: t('desk.keys.of.send') },
    { keys: ['Esc'], does: t('desk.keys.of.leave') },
  ]
}
