import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/ui/icon.tsx'
import type { DossiersDesk } from './list-loader.server.ts'
import { useDecimal } from './use-decimal.ts'

type Cell = ReturnType<typeof useLoaderData<DossiersDesk>>['matrix'][number]['cells'][number]

/** Ideas against criteria: the average of the scores, how far apart they are, and the verdict. */
export function Matrix() {
  const { t } = useTranslation('dossiers')
  const { rows, criteria, matrix } = useLoaderData<DossiersDesk>()
  const decimal = useDecimal()
  const cells = new Map(matrix.map((row) => [row.id, row.cells]))
  return (
    <section aria-labelledby="matrix-title">
      <h2 id="matrix-title">{t('matrix.title')}</h2>
      <p className="quiet">{t('matrix.how')}</p>
      <div className="matrix-scroll" tabIndex={0} role="group" aria-labelledby="matrix-title">
        <table className="dossier-matrix">
          <thead>
            <tr>
              <th scope="col">{t('list.idea')}</th>
              {criteria.map(({ id, label, weight }) => (
                <th key={id} scope="col">
                  {label} <span className="quiet">{t('matrix.weight', { weight })}</span>
                </th>
              ))}
              <th scope="col">{t('list.score')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, number, title, lang, score }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`/staff/ideas/${number}/dossier?dossier=${id}`} lang={lang}>
                    {title}
                  </a>
                </th>
                {cells.get(id)?.map((cell, i) => (
                  <MatrixCell key={criteria[i]!.id} cell={cell} />
                ))}
                <td className="total">{score === null ? '–' : decimal(score)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function MatrixCell({ cell }: { cell: Cell }) {
  const { t } = useTranslation('dossiers')
  const decimal = useDecimal()
  if (!cell) return <td>–</td>
  return (
    <td data-disputed={cell.isDisputed || undefined}>
      <b>{decimal(cell.average)}</b> <span className="quiet">± {cell.spread}</span>
      {cell.isDisputed && <Icon name="triangle-alert" label={t('verdicts.flag')} />}
      {cell.verdict !== null && (
        <span className="quiet settled">{t('matrix.verdict', { score: cell.verdict })}</span>
      )}
    </td>
  )
}
