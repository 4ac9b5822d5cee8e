/** Draws the SVG on standard input as PNG on standard output: a program of its own, so that a drawing without end can be ended. */
import { argv, exit, stdin, stdout } from 'node:process'
import { Resvg } from '@resvg/resvg-js'

/** Said by exit code: nothing visible came out. */
const EXIT_BLANK = 3

const [, , sidePx, ...fontFiles] = argv
const pieces: Buffer[] = []
for await (const piece of stdin) pieces.push(piece)
const svg = Buffer.concat(pieces).toString()

const { width, height } = new Resvg(svg, { font: { loadSystemFonts: false } })
const image = new Resvg(svg, {
  fitTo: { mode: width >= height ? 'width' : 'height', value: Number(sidePx) },
  font: { fontFiles, loadSystemFonts: false },
}).render()
// The engine leaves out an image it cannot decode: nothing visible means nothing was understood.
if (!image.pixels.some((value) => value !== 0)) exit(EXIT_BLANK)
stdout.write(image.asPng())
