/** The empty roster that staff may download; without an example row, which somebody would forget to delete. */
import { writeWorkbook } from './write-workbook.ts'

const HEADERS = ['이름', '영문이름', '이메일', '휴대폰', '학번', '소속', '생년월일', '성적']

export const rosterTemplate = (): Uint8Array<ArrayBuffer> =>
  writeWorkbook({ name: '명단', rows: [HEADERS], columnWidths: [12, 18, 28, 18, 14, 20, 14, 10] })
