/** Reads a telephone number, giving back the zero that a spreadsheet took away. */

/** The number as people write it; `undefined` when it is none that we know. */
export function readPhone(text: string): string | undefined {
  const compact = text.replace(/[\s().\-‐-―−·]/g, '')
  if (!/^\+?\d+$/.test(compact)) return undefined
  const domestic = compact.replace(/^(?:\+|00)?82(?=0?[1-9]\d{7})0?/, '0').replace(/^(?=1[016789]\d{7,8}$)/, '0')
  if (/^\+\d{7,15}$/.test(domestic)) return domestic
  for (const form of FORMS) {
    const match = form.exec(domestic)
    if (match) return match.slice(1).filter(Boolean).join('-')
  }
  return undefined
}

const FORMS = [
  /^(010)(\d{4})(\d{4})$/,
  /^(01[16789])(\d{3,4})(\d{4})$/,
  /^(02)(\d{3,4})(\d{4})$/,
  /^(050\d)(\d{3,4})(\d{4})$/,
  /^(0[3-6]\d)(\d{3,4})(\d{4})$/,
  /^(0[78]0)(\d{3,4})(\d{4})$/,
  /^(1[5-8]\d\d)(\d{4})$/,
]
