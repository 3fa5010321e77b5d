import { useTranslation } from 'react-i18next'
import { Icon } from '#app/ui/icon.tsx'
import type { Chip } from '#app/domain/care/chip.rules.ts'

const icons = { ok: 'clock', near: 'clock', late: 'triangle-alert' } as const

/** How much working time is left until what is promised, in words; a mark and a colour only add to it. */
export function SlaChip({ chip: { tone, clock, span } }: { chip: Chip }) {
  const { t } = useTranslation('care')
  const parts = (['days', 'hours', 'minutes'] as const)
    .filter((part) => span[part] > 0)
    .map((part) => t(`inbox.span.${part}`, { n: span[part] }))
  const words = parts.length ? parts.join(' ') : t('inbox.span.none')
  return (
    <span className="sla" data-tone={tone}>
      <Icon name={icons[tone]} />
      <span className="vh">{t(`inbox.sla.label.${tone}`)}: </span>
      <strong>{tone === 'late' ? t('inbox.sla.late', { span: words }) : words}</strong>
      <span className="of">{t(`inbox.sla.${clock}`)}</span>
    </span>
  )
}
