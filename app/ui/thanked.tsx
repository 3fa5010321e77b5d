import { useTranslation } from 'react-i18next'
import { Hole } from './hole.tsx'
import { Icon } from './icon.tsx'

/** The brand's thanks, where everybody reads them; nothing where none were said. */
export function Thanked({ team }: { team?: string | null }) {
  const { t } = useTranslation('ui')
  if (!team) return null
  return (
    <p className="thanked">
      <Icon name="hand-heart" />
      {t('thanks.from', { team })}
    </p>
  )
}

/** The way to thanks for those who may say them; `done` where they were said, and may be taken back. */
export function ThankLink({ href, done }: { href: string; done: boolean }) {
  const { t } = useTranslation('ui')
  const link = (
    <a className="act" href={href}>
      <Icon name="hand-heart" />
      {t(done ? 'thanks.see' : 'thanks.say')}
    </a>
  )
  return <Hole of="can:thanks.give" cases={{ off: null, on: link }} />
}
