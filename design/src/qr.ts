/** Draws QR codes as one path. */
import { encode } from 'uqr'
import { INK, WHITE } from './colour.ts'
import { QR_TEXT_CHARACTERS_MAX } from './limits.ts'
import { round } from './path.ts'
import type { Scene } from './scene.ts'
import { sceneSvg } from './svg.ts'

/** Light modules kept free around the code (ISO/IEC 18004, "quiet zone"). */
const QUIET_MODULES = 4

/** The dark modules of a text as path data in a square at x, y: quiet zone included. */
export function qrPath(text: string, { x, y, size }: { x: number; y: number; size: number }): string {
  if (text.length > QR_TEXT_CHARACTERS_MAX)
    throw new RangeError(`a QR text is at most ${QR_TEXT_CHARACTERS_MAX} characters`)
  const { data, size: modules } = encode(text, { ecc: 'M', boostEcc: true, border: 0 })
  const unit = size / (modules + QUIET_MODULES * 2)
  return data
    .flatMap((row, line) => runsOf(row).map(([from, length]) => runPath(from, line, length, unit, x, y)))
    .join('')
}

/** A QR code as SVG: ink on white, so that it reads on any page. */
export function qrSvg(text: string, { size = 256, alt = 'QR code' }: { size?: number; alt?: string } = {}): string {
  const scene: Scene = {
    width: 256,
    height: 256,
    shapes: [
      { kind: 'path', d: 'M0 0H256V256H0Z', fill: WHITE },
      { kind: 'path', d: qrPath(text, { x: 0, y: 0, size: 256 }), fill: INK },
    ],
  }
  return sceneSvg(scene, { title: alt, size })
}

/** Dark runs of one row: where each begins, how long it is. */
function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = []
  row.forEach((isDark, at) => {
    const last = runs.at(-1)
    if (!isDark) return
    if (last && last[0] + last[1] === at) last[1]++
    else runs.push([at, 1])
  })
  return runs
}

function runPath(from: number, line: number, length: number, unit: number, x: number, y: number): string {
  const left = round(x + (from + QUIET_MODULES) * unit)
  const right = round(x + (from + length + QUIET_MODULES) * unit)
  const top = round(y + (line + QUIET_MODULES) * unit)
  const bottom = round(y + (line + 1 + QUIET_MODULES) * unit)
  return `M${left} ${top}H${right}V${bottom}H${left}Z`
}
