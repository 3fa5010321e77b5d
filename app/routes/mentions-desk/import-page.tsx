import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { ImportData } from '../staff/mentions-import.tsx'
import { Way } from './rooms.tsx'

/** Brings in a file of reviews, and tells what came of the last ones. */
export function ImportPage() {
  const { t } = useTranslation('mentions')
  const { sources, imports } = useLoaderData<ImportData>()
  const { errors } = useTyped()
  return (
    <>
      <Way steps={[{ label: t('import.title') }]} />
      <Pagehead title={t('import.title')} lead={t('import.lead')} />
      <div className="sections mentions">
        <ErrorSummary errors={errors} />
        {sources.length ? (
          <Upload />
        ) : (
          <Empty
            icon="upload"
            title={t('empty.noCsv')}
            text={t('empty.noCsvText')}
            action={<a href="/staff/mentions/sources/new">{t('sources.add')}</a>}
          />
        )}
        {imports.length > 0 && <Past />}
      </div>
    </>
  )
}

function Upload() {
  const { t } = useTranslation('mentions')
  const { sources, source } = useLoaderData<ImportData>()
  const { field, text } = useTyped()
  return (
    <form
      method="post"
      action="/staff/mentions/import"
      encType="multipart/form-data"
      className="form"
      noValidate
    >
      <Field
        name="source"
        kind="select"
        label={t('import.into')}
        error={field('source').error}
        {...{ defaultValue: text('source') ?? source }}
        options={sources.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field
        {...field('file')}
        defaultValue={undefined}
        type="file"
        accept=".csv,.gz,text/csv,application/gzip"
        label={t('import.file')}
        hint={t('import.fileHint')}
        required
      />
      <details className="measure">
        <summary>
          <Icon name="info" /> {t('import.columns')}
        </summary>
        <p>{t('import.columnsText')}</p>
      </details>
      <div className="row acts">
        <Button icon="upload">{t('import.do')}</Button>
        <a href="/staff/mentions/sources/new">{t('sources.add')}</a>
      </div>
    </form>
  )
}

function Past() {
  const { t } = useTranslation('mentions')
  const { number } = useFormat()
  const { imports } = useLoaderData<ImportData>()
  return (
    <section aria-labelledby="past">
      <h2 id="past">{t('import.past')}</h2>
      <Table
        caption={t('import.past')}
        columns={[
          { key: 'file', label: t('import.file') },
          { key: 'source', label: t('narrow.source') },
          { key: 'at', label: t('import.at') },
          { key: 'state', label: t('import.state') },
          { key: 'written', label: t('import.written'), numeric: true },
          { key: 'known', label: t('import.known'), numeric: true },
          { key: 'bad', label: t('import.bad'), numeric: true },
        ]}
        rows={imports.map((one) => ({
          key: one.id,
          cells: {
            file: <a href={`/staff/mentions/import/${one.id}`}>{one.fileName}</a>,
            source: one.sourceName,
            at: <Time at={one.startedAt} as="dateTime" />,
            state: t(`import.is.${one.state}`),
            written: number(one.written),
            known: number(one.known),
            bad: number(one.badCount),
          },
        }))}
      />
    </section>
  )
}
