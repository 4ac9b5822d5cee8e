// A dense table of things, each row opened by the link in its first cell.
import type { CSSProperties, ReactNode } from 'react'
import { Link } from 'react-router'

export interface Column<T> {
  head: string
  cell: (item: T) => ReactNode
  /** Left out where the screen is narrow. */
  wide?: boolean
  align?: 'right'
  width?: number
}

interface ListTableProps<T> {
  /** What the table holds, for those who cannot see it. */
  caption: string
  columns: Column<T>[]
  rows: T[]
}

export function ListTable<T extends { id: string }>({ caption, columns, rows }: ListTableProps<T>) {
  return (
    <div className="list-frame">
      <table className="list">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.head}
                scope="col"
                data-wide={column.wide || undefined}
                data-align={column.align}
                style={widthOf(column)}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td key={column.head} data-wide={column.wide || undefined} data-align={column.align}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A wish for wide screens; where the screen is narrow, the cells share what there is. */
const widthOf = ({ width }: { width?: number }): CSSProperties | undefined =>
  width === undefined ? undefined : ({ '--column-width': `${width}px` } as CSSProperties)

export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="row-link">
      {children}
    </Link>
  )
}
