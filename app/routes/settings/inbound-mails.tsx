import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { Empty } from '#app/ui/empty.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { CareMailData } from '../staff/settings-care-mail.tsx'

type Data = SerializeFrom<CareMailData>
type Mail = Data['mails'][number]

const details = ['too-large', 'unreadable', 'undelivered'] as const

/** What became of the mails of the last week, and of the last thirty one by one. */
export function InboundMails({ counts, mails }: Pick<Data, 'counts' | 'mails'>) {
  const { t } = useTranslation('care')
  return (
    <section className="stack">
      <h2>{t('careMail.last')}</h2>
      {counts.length > 0 && (
        <p>
          {t('careMail.week')}{' '}
          {counts.map(({ outcome, n }) => `${t(`careMail.outcome.${outcome}`)} ${n}`).join(' · ')}
        </p>
      )}
      {mails.length ? (
        <Table
          caption={t('careMail.last')}
          columns={(['when', 'from', 'outcome', 'case'] as const).map((key) => ({
            key,
            label: t(`careMail.column.${key}`),
          }))}
          rows={mails.map((mail) => ({ key: mail.id, cells: cellsOf(mail) }))}
        />
      ) : (
        <Empty icon="mail" title={t('careMail.none')} text={t('careMail.noneText')} />
      )}
    </section>
  )
}

const cellsOf = (mail: Mail) => ({
  when: <Time at={mail.at} as="dateTime" />,
  from: mail.from || '–',
  outcome: <Outcome mail={mail} />,
  case: mail.number ? <a href={`/staff/care/${mail.caseId}`}>#{mail.number}</a> : '–',
})

function Outcome({ mail: { outcome, detail } }: { mail: Mail }) {
  const { t } = useTranslation('care')
  const known = details.find((each) => each === detail)
  return (
    <>
      {t(`careMail.outcome.${outcome}`)}
      {known && ` (${t(`careMail.detail.${known}`)})`}
    </>
  )
}
