import type { ReactNode } from 'react'

type Column = { key: string; label: string; numeric?: boolean; hideLabel?: boolean }
type Row = { key: string; cells: Record<string, ReactNode> }
type Props = { caption: string; columns: Column[]; rows: Row[]; showCaption?: boolean }

/** A table on a desk, a list of labelled facts on a phone; the first column names the row. */
export function Table({ caption, columns, rows, showCaption }: Props) {
  const [lead, ...rest] = columns
  return (
    <table className="table" role="table">
      <caption className={showCaption ? undefined : 'vh'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, label, numeric, hideLabel }) => (
            <th key={key} scope="col" role="columnheader" className={numeric ? 'n' : undefined}>
              {hideLabel ? <span className="vh">{label}</span> : label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, cells }) => (
          <tr key={key} role="row">
            {lead && (
              <th scope="row" role="rowheader">
                {cells[lead.key]}
              </th>
            )}
            {rest.map(({ key, label, numeric, hideLabel }) => (
              <td
                key={key}
                role="cell"
                data-label={hideLabel ? undefined : label}
                className={numeric ? 'n' : undefined}
              >
                {cells[key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
