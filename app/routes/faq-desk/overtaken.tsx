import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import type { Page, Typed } from './editor.tsx'

const compared = ['titleIt', 'titleEn', 'bodyIt', 'bodyEn', 'state'] as const

/** Somebody else saved meanwhile: what they wrote, where it is not what was typed here. */
export function Overtaken({ page, typed }: { page: Page; typed: Typed }) {
  const { t } = useTranslation('faq')
  if (!typed.errors.some(({ name }) => name === 'seen')) return null
  const plain = (text?: string) => (text ?? '').replace(/\r\n?/g, '\n').trim()
  const differ = compared.filter((name) => plain(typed.text(name)) !== plain(page.stored[name]))
  return (
    <Notice tone="warning" title={t('edit.theirs')}>
      <dl className="facts">
        {differ.map((name) => (
          <div key={name} className="stack">
            <dt>{t(name === 'state' ? 'edit.state' : `edit.fields.${name}`)}</dt>
            <dd className="as-written">
              {name === 'state' ? t(`states.${page.stored.state}`) : page.stored[name]}
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('edit.theirsNext')}</p>
    </Notice>
  )
}
