import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import type { Part } from './editor.tsx'

const compared = [
  ...['titleIt', 'titleEn', 'textIt', 'textEn', 'termsIt', 'termsEn', 'price', 'stock', 'goal'],
  ...['cost', 'perMember', 'opens', 'closes', 'state', 'photoAlt', 'position'],
] as const

/** Somebody else saved meanwhile: what they wrote, where it is not what was typed here. */
export function Overtaken({ page, typed }: Part) {
  const { t } = useTranslation('rewards')
  if (!typed.errors.some(({ name }) => name === 'version')) return null
  const plain = (text?: string) => (text ?? '').replace(/\r\n?/g, '\n').trim()
  const differ = compared.filter((name) => plain(typed.text(name)) !== plain(page.stored[name]))
  return (
    <Notice tone="warning" title={t('desk.theirs')}>
      <dl className="facts">
        {differ.map((name) => (
          <div key={name} className="stack">
            <dt>{t(`desk.fields.${name}`)}</dt>
            <dd className="as-written">{page.stored[name] || '–'}</dd>
          </div>
        ))}
      </dl>
      <p>{t('desk.theirsNext')}</p>
    </Notice>
  )
}
