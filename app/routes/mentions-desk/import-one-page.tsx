import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ImportOneData } from '../staff/mentions-import-one.tsx'
import { mentionsHref } from './desk-use.ts'
import { fileProblemOf, problemOf } from './faults.ts'
import { Way } from './rooms.tsx'

const useImport = () => useLoaderData<ImportOneData>()

/** How far an import is, and what came of it. */
export function ImportOnePage() {
  const { t } = useTranslation('mentions')
  const { one, isRunning } = useImport()
  return (
    <>
      <Way
        steps={[
          { label: t('import.title'), href: '/staff/mentions/import' },
          { label: one.fileName },
        ]}
      />
      <Pagehead title={one.fileName} lead={t('import.from', { source: one.sourceName })} />
      <div className="stack mentions">
        {isRunning ? <Running /> : <Ended />}
        <Counts />
        {one.badCount > 0 && <BadRows />}
        <p className="row">
          <a href={mentionsHref({ source: one.sourceId })}>{t('import.see')}</a>
          <a href="/staff/mentions/import">{t('import.another')}</a>
        </p>
      </div>
    </>
  )
}

/** The page asks again by itself, unless whoever reads would rather it stood still. */
function Running() {
  const { t } = useTranslation('mentions')
  const { one, follows, here } = useImport()
  const percent = one.share === null ? null : Math.round(one.share * 100)
  return (
    <div className="import-progress progress" role="status">
      <p>
        <strong>{t(`import.is.${one.state}`)}</strong>
        {percent !== null && ` · ${t('import.share', { percent })}`}
      </p>
      <progress max={100} value={percent ?? undefined} aria-label={t('import.progress')} />
      <p className="row">
        <a className="btn plain" href={follows ? `${here}?follow=1` : here}>
          {t('import.look')}
        </a>
        {follows ? (
          <a href={here}>{t('import.still')}</a>
        ) : (
          <a href={`${here}?follow=1`}>{t('import.follow')}</a>
        )}
      </p>
      <form method="post" action={here}>
        <Button kind="ghost" icon="circle-x">
          {t('import.stop')}
        </Button>
      </form>
    </div>
  )
}

function Ended() {
  const { t } = useTranslation('mentions')
  const { number } = useFormat()
  const { one } = useImport()
  if (one.problem || one.state === 'failed')
    return (
      <Notice tone="error" title={t('import.is.failed')}>
        <p>{t(`fileProblem.${fileProblemOf(one.problem ?? '')}`)}</p>
        {one.written > 0 && <p>{t('import.keptAnyway')}</p>}
      </Notice>
    )
  return (
    <Notice
      tone={one.badCount ? 'warning' : 'success'}
      title={t('import.done', { count: one.written, n: number(one.written) })}
    >
      {one.endedAt && (
        <p>
          {one.startedBy && `${one.startedBy} · `}
          <Time at={one.endedAt} as="dateTime" />
        </p>
      )}
    </Notice>
  )
}

function Counts() {
  const { t } = useTranslation('mentions')
  const { number } = useFormat()
  const { one } = useImport()
  const counts = { read: one.read, written: one.written, known: one.known, bad: one.badCount }
  return (
    <dl className="import-counts">
      {(['read', 'written', 'known', 'bad'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`import.${name}`)}</dt>
          <dd className="tnum">{number(counts[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The rows that stayed out, by their line in the file, and why. */
function BadRows() {
  const { t } = useTranslation('mentions')
  const { number } = useFormat()
  const { one, here } = useImport()
  const { bad, badCount } = one
  return (
    <section className="stack" aria-labelledby="bad-rows">
      <h2 id="bad-rows">{t('import.badTitle', { count: badCount, n: number(badCount) })}</h2>
      <p className="quiet">{t('import.badText')}</p>
      <p>
        <ButtonLink kind="plain" icon="download" href={`${here}/bad.csv`}>
          {t('import.badCsv')}
        </ButtonLink>
      </p>
      <Table
        caption={t('import.badTitle', { count: badCount, n: number(badCount) })}
        columns={[
          { key: 'line', label: t('import.line') },
          { key: 'problem', label: t('import.problem') },
        ]}
        rows={bad.map(({ line, problem }, i) => ({
          key: String(i),
          cells: { line: number(line), problem: t(`problem.${problemOf(problem)}`) },
        }))}
      />
      {badCount > bad.length && (
        <p className="quiet">{t('import.badMore', { n: number(badCount - bad.length) })}</p>
      )}
    </section>
  )
}
