import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'

type Line = { key: string; label: string; now: ReactNode; mine: ReactNode }

/** What somebody else has saved meanwhile, beside what was just typed. */
export function BothVersions({ lines }: { lines: Line[] }) {
  const { t } = useTranslation('workflow')
  return (
    <Notice tone="warning" title={t('stale.title')}>
      <p>{t('stale.text')}</p>
      {lines.length > 0 && (
        <Table
          caption={t('stale.title')}
          columns={[
            { key: 'label', label: t('stale.field') },
            { key: 'now', label: t('stale.now') },
            { key: 'mine', label: t('stale.mine') },
          ]}
          rows={lines.map(({ key, ...cells }) => ({ key, cells }))}
        />
      )}
    </Notice>
  )
}
