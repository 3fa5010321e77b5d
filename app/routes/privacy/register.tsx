import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'

type State = 'waiting' | 'case' | 'reward' | 'both' | 'admin' | 'cancelled' | 'done'
type Wish = {
  receipt: string
  handle: string | null
  askedAt: string
  dueAt: string
  latest: string
  state: string
}

const columns = ['receipt', 'person', 'asked', 'due', 'latest', 'state'] as const

/** Who asked for their account to be closed, with the month that the law gives. */
export function Register({ wishes }: { wishes: Wish[] }) {
  const { t } = useTranslation('privacy')
  const { date } = useFormat()
  return (
    <section className="stack">
      <h2>{t('retention.register.title')}</h2>
      {wishes.length ? (
        <>
          <p>{t('retention.register.text')}</p>
          <Table
            caption={t('retention.register.title')}
            columns={columns.map((key) => ({ key, label: t(`retention.register.${key}`) }))}
            rows={wishes.map(({ receipt, handle, askedAt, dueAt, latest, state }) => ({
              key: receipt,
              cells: {
                receipt: <code>{receipt}</code>,
                person: handle ? (
                  <a href={`/staff/people/${handle}`}>@{handle}</a>
                ) : (
                  t('retention.register.nobody')
                ),
                asked: date(askedAt),
                due: date(dueAt),
                latest: date(latest),
                state: t(`retention.register.states.${state as State}`),
              },
            }))}
          />
        </>
      ) : (
        <p>{t('retention.register.none')}</p>
      )}
    </section>
  )
}
