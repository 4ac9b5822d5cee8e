/** Draws the SVG on standard input as PNG on standard output: a program of its own, so that a drawing without end can be ended. */
import { argv, stdin, stdout } from 'node:process'
import { Resvg } from '@resvg/resvg-js'

/** Started with the longer side in pixels, then the font files. */
export const DRAW_PROGRAM = import.meta.filename

if (import.meta.main) {
  const [, , sidePx, ...fontFiles] = argv
  const pieces: Buffer[] = []
  for await (const piece of stdin) pieces.push(piece)
  const image = draw(Buffer.concat(pieces).toString(), Number(sidePx), fontFiles)
  // The engine leaves out an image it cannot decode: nothing visible means nothing was understood.
  if (image.pixels.some((value) => value !== 0)) stdout.write(image.asPng())
}

function draw(svg: string, sidePx: number, fontFiles: string[]) {
  const { width, height } = new Resvg(svg, { font: { loadSystemFonts: false } })
  const mode = width >= height ? 'width' : 'height'
  return new Resvg(svg, { fitTo: { mode, value: sidePx }, font: { fontFiles, loadSystemFonts: false } }).render()
}
