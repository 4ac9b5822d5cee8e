/** Knows which number formats show a day, because a workbook stores days as plain numbers. */

/** The built-in formats of days (ECMA-376 part 1, 18.8.30), the East Asian ones among them. */
const isBuiltInDay = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** A format shows a day when it holds a year or a day sign outside quotes, escapes and brackets. */
export function showsDay(formatId: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDay(formatId)
  const [first = ''] = code.split(';')
  const signs = first
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/_./g, '')
    .replace(/general/gi, '')
  return /[ydge]/i.test(signs.replace(/[0#?.]e[+-]/gi, ''))
}
