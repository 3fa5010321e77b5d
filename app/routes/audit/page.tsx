import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { everyAuditAct, isAuditAct } from '#app/domain/audit/act.rules.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import type { AuditData } from '../staff/audit.tsx'
import { Entries } from './entries.tsx'

/** The log of what the staff did, with the proof that nobody changed it. */
export function AuditPage() {
  const { t } = useTranslation('moderation')
  const { rows, next, start, csv, isFirst } = useLoaderData<AuditData>()
  return (
    <>
      <Pagehead
        title={t('audit.title')}
        lead={t('audit.lead')}
        action={
          <ButtonLink kind="plain" icon="download" href={csv}>
            {t('audit.csv')}
          </ButtonLink>
        }
      />
      <div className="stack">
        <Chain />
        <Filters />
        {rows.length ? (
          <Entries />
        ) : (
          <Empty icon="list" title={t('audit.empty')} text={t('audit.emptyText')} />
        )}
        {(next || !isFirst) && (
          <nav className="row" aria-label={t('audit.pages')}>
            {!isFirst && <a href={`/staff/audit${start}`}>{t('audit.start')}</a>}
            {next && (
              <a className="btn plain" rel="next" href={`/staff/audit${next}`}>
                {t('audit.next')}
              </a>
            )}
          </nav>
        )}
      </div>
    </>
  )
}

/** Up to which entry the chain is whole; where it is broken, what was found. */
function Chain() {
  const { t } = useTranslation('moderation')
  const { chain } = useLoaderData<AuditData>()
  const { number } = useFormat()
  const { from, to, all, breaks } = chain
  if (breaks.length)
    return (
      <Notice tone="error" title={t('audit.broken', { to: number(to) })}>
        <ul>
          {breaks.map(({ seq, what }) => (
            <li key={`${seq} ${what}`}>{t(`audit.breaks.${what}`, { seq: number(seq) })}</li>
          ))}
        </ul>
        <p>{t('audit.brokenText')}</p>
      </Notice>
    )
  if (!all) return null
  const said = { from: number(from), to: number(to) }
  return (
    <Notice tone="success">
      {from > 1 ? t('audit.wholeFrom', said) : t('audit.whole', said)}{' '}
      {from > 1 && <a href="/staff/audit?check=all">{t('audit.proveAll')}</a>}
    </Notice>
  )
}

const fields = ['person', 'act', 'day'] as const

/** The acts by their words, in their order; one that has none stays what was asked for. */
function ActChoice({ asked }: { asked: string }) {
  const { t, i18n } = useTranslation('moderation')
  const acts = everyAuditAct
    .map((act) => ({ act, words: t(`audit.acts.${act}`) }))
    .sort((one, other) => one.words.localeCompare(other.words, i18n.language))
  return (
    <select name="act" defaultValue={asked}>
      <option value="">{t('audit.anyAct')}</option>
      {asked && !isAuditAct(asked) && <option value={asked}>{asked}</option>}
      {acts.map(({ act, words }) => (
        <option key={act} value={act}>
          {words}
        </option>
      ))}
    </select>
  )
}

function Filters() {
  const { t } = useTranslation('moderation')
  const { asked } = useLoaderData<AuditData>()
  const isNarrowed = fields.some((name) => asked[name])
  return (
    <form method="get" role="search" className="audit-filters" aria-label={t('audit.narrow')}>
      {fields.map((name) => (
        <label key={name}>
          {t(`audit.fields.${name}`)}
          {name === 'act' ? (
            <ActChoice asked={asked.act} />
          ) : (
            <input
              name={name}
              type={name === 'day' ? 'date' : 'text'}
              defaultValue={asked[name]}
              maxLength={80}
              autoComplete="off"
              autoCapitalize="none"
            />
          )}
        </label>
      ))}
      <Button kind="plain" icon="filter">
        {t('audit.narrow')}
      </Button>
      {isNarrowed && <a href="/staff/audit">{t('audit.all')}</a>}
    </form>
  )
}
