// `kolleges render`: one badge or certificate from a template or a design, as SVG, PNG or PDF, without any server.
import { readFile, stat, writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { bake } from '@kolleges/credentials'
import { composePrint, FINDINGS, findVariable, isCertificate, preflight, sceneSvg } from '@kolleges/design'
import { NO_BRAND, readBrand } from '../brand.ts'
import { INPUT_BYTES_MAX, RENDER_WIDTH_PX_MAX } from '../limits.ts'
import type { Json } from '../person.ts'
import { composePiece, type Piece } from '../piece.ts'
import { pdf, png } from '../press.ts'
import { readSigned, type Signed } from '../signed.ts'

export const renderCommand = async (words: readonly string[]): Promise<number> => {
  try {
    const options = readWords(words)
    const signed = options.credential ? readSigned(await readText(options.credential)) : null
    const piece = composePiece({
      design: options.design.endsWith('.json') ? await readJson(options.design) : options.design,
      data: options.data ? await readJson(options.data) : {},
      brand: options.brand ? await readBrand(await readJson(options.brand), options.brand) : NO_BRAND,
      signed: signed?.values ?? {},
    })
    await writeFile(options.out, await bytesOf(piece, signed, options))
    process.stderr.write(remarks(piece))
    return 0
  } catch (error) {
    process.stderr.write(`kolleges render: ${(error as Error).message}\n`)
    return 2
  }
}

type Options = {
  readonly design: string
  readonly data?: string
  readonly brand?: string
  readonly credential?: string
  readonly out: string
  readonly width?: number
}

function readWords(words: readonly string[]): Options {
  const string = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { data: string, brand: string, credential: string, out: string, width: string },
  })
  const [design, ...more] = positionals
  if (!design || more.length > 0) throw new Error('name one template or design.json')
  if (!values.out) throw new Error('--out FILE.(svg|png|pdf) is missing')
  if (!FORMATS.includes(extname(values.out).toLowerCase())) throw new Error(`--out ends in ${FORMATS.join(', ')}`)
  const width = values.width === undefined ? undefined : Number(values.width)
  if (width !== undefined && !(Number.isInteger(width) && width >= 16 && width <= RENDER_WIDTH_PX_MAX))
    throw new Error(`--width is a whole number of pixels, 16 to ${RENDER_WIDTH_PX_MAX}`)
  return { design, ...values, out: values.out, width }
}

const FORMATS = ['.svg', '.png', '.pdf']

const WIDTHS_PX = { badge: 600, certificate: 1600 } as const

async function bytesOf(piece: Piece, signed: Signed | null, { out, width }: Options): Promise<Uint8Array> {
  const { document, layout, bound } = piece
  if (/\.pdf$/i.test(out)) {
    const day = bound.data.values['credential.issuedOn'] ?? ''
    return pdf(composePrint(document, layout, { day, ...(signed ? { attachment: attachmentOf(signed) } : {}) }))
  }
  const svg = sceneSvg(layout.scene, { title: document.title, language: document.language })
  if (/\.svg$/i.test(out)) {
    const bytes = new TextEncoder().encode(svg)
    return signed ? bake(bytes, 'image/svg+xml', signed.text) : bytes
  }
  const picture = await png(svg, width ?? WIDTHS_PX[isCertificate(document) ? 'certificate' : 'badge'])
  return signed ? bake(picture, 'image/png', signed.text) : picture
}

const attachmentOf = ({ text, form }: Signed) =>
  form === 'json'
    ? { name: 'credential.json', mediaType: 'application/vc+ld+json', description: 'Open Badges 3.0 credential', text }
    : { name: 'credential.jwt', mediaType: 'application/vc+jwt', description: 'Open Badges 3.0 credential', text }

/** What a person should look at again, a line each. The file is written all the same. */
function remarks({ bound, layout }: Piece): string {
  const lines = preflight(bound, layout).map(({ code, element, variable }) => {
    const label = variable && findVariable(variable)?.label.en
    const about = [variable && (label ? `${variable} (${label})` : variable), element && `in ${element}`]
    return `${code}: ${FINDINGS[code].says.en} ${about.filter(Boolean).join(' ')}`.trimEnd()
  })
  return [...new Set(lines)].map((line) => `${line}\n`).join('')
}

async function readText(path: string): Promise<string> {
  const { size } = await stat(path)
  if (size > INPUT_BYTES_MAX) throw new Error(`${path} is larger than ${INPUT_BYTES_MAX} bytes`)
  return readFile(path, 'utf8')
}

async function readJson(path: string): Promise<Json> {
  const text = await readText(path)
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as Json
  } catch {
    throw new Error(`${path} is not JSON`)
  }
}
