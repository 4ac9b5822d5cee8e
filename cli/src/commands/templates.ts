// `kolleges templates`: lists every badge and certificate that `render` can start from.
import { parseArgs } from 'node:util'
import { CERTIFICATES, findVariable, TEMPLATES } from '@kolleges/design'

export const templatesCommand = async (words: readonly string[]): Promise<number> => {
  try {
    const { values } = parseArgs({ args: [...words], options: { json: { type: 'boolean', default: false } } })
    process.stdout.write(values.json ? `${JSON.stringify(LIST, null, 2)}\n` : LIST.map(inWords).join(''))
    return 0
  } catch (error) {
    process.stderr.write(`kolleges templates: ${(error as Error).message}\n`)
    return 2
  }
}

type Listed = {
  readonly id: string
  readonly kind: 'badge' | 'certificate'
  readonly name: { readonly ko: string; readonly en: string }
  /** What the data file may hold; a picture among them comes with the brand. */
  readonly fields: readonly string[]
}

const LIST: readonly Listed[] = [
  ...TEMPLATES.map(({ id, name, fields }) => ({ id, kind: 'badge' as const, name, fields })),
  ...CERTIFICATES.map(({ id, name, fields }) => ({ id, kind: 'certificate' as const, name, fields })),
]

const inWords = ({ id, kind, name, fields }: Listed): string =>
  `${id}  (${kind})  ${name.ko} · ${name.en}\n    ${fields.map(fieldInWords).join(', ')}\n`

const fieldInWords = (field: string): string => {
  const label = findVariable(field)?.label.ko
  return label ? `${field} (${label})` : field
}
