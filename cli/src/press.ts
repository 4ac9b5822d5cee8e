// Turns a drawing into a picture or a PDF with our own fonts and nothing else of this machine.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PRINT_STANDARD, type PrintJob } from '@kolleges/design'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { renderAsync } from '@resvg/resvg-js'

const FONTS_DIR = fileURLToPath(new URL('../../fonts/', import.meta.url))

const fontFiles = (): string[] =>
  readdirSync(FONTS_DIR)
    .filter((name) => name.endsWith('.ttf'))
    .map((name) => join(FONTS_DIR, name))

export async function png(svg: string, widthPx: number): Promise<Uint8Array> {
  const font = { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: 'Pretendard' }
  const image = await renderAsync(svg, { fitTo: { mode: 'width', value: widthPx }, font })
  return image.asPng()
}

/** Exists nowhere: the typesetter is shown the job's files from memory, and no others. */
const ROOM = join(import.meta.dirname, 'press-room')

export function pdf({ files, createdAtSeconds }: PrintJob): Uint8Array {
  const compiler = NodeCompiler.create({
    workspace: ROOM,
    fontArgs: [{ fontBlobs: fontFiles().map((file) => readFileSync(file)) }],
  })
  for (const { path, bytes } of files) compiler.mapShadow(join(ROOM, path), Buffer.from(bytes as Uint8Array))
  const mainFilePath = join(ROOM, files[0]!.path)
  return compiler.pdf({ mainFilePath }, { pdfStandard: PRINT_STANDARD, creationTimestamp: createdAtSeconds })
}
