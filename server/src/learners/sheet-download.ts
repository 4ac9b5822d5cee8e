/** Hands rows out as a file that spreadsheets open: XLSX or CSV. */
import { csvOf } from './write-csv.ts'
import { writeWorkbook } from './write-workbook.ts'

export const WORKBOOK_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type SheetDownload = {
  readonly format: 'csv' | 'xlsx'
  /** Without its ending; ASCII. */
  readonly fileName: string
  readonly sheetName: string
  /** The first row heads the columns. */
  readonly rows: readonly (readonly string[])[]
}

/** People's data: no cache keeps it. */
export function sheetDownload({ format, fileName, sheetName, rows }: SheetDownload): Response {
  const body = format === 'csv' ? csvOf(rows) : writeWorkbook({ name: sheetName, rows })
  return new Response(body, {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : WORKBOOK_MEDIA_TYPE,
      'content-disposition': `attachment; filename="${fileName}.${format}"`,
      'cache-control': 'no-store',
    },
  })
}
