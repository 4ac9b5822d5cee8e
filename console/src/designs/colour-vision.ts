// How colours look to people who see fewer of them (Machado, Oliveira and Fernandes, 2009: full severity, on linear light).
export const VISIONS = ['protan', 'deutan', 'tritan'] as const
export type Vision = (typeof VISIONS)[number]

/** Rows for red, green and blue. */
export const MATRICES: Readonly<Record<Vision, readonly (readonly [number, number, number])[]>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** The same for an SVG filter, which works on linear light unless it is told otherwise. */
export const filterValues = (vision: Vision): string =>
  [...MATRICES[vision].map((row) => `${row.join(' ')} 0 0`), '0 0 0 1 0'].join(' ')

export function seenBy(vision: Vision, colour: string): string {
  const linear = [1, 3, 5].map((at) => toLinear(Number.parseInt(colour.slice(at, at + 2), 16) / 255))
  const seen = MATRICES[vision].map((row) => row.reduce((sum, share, i) => sum + share * linear[i]!, 0))
  return `#${seen.map((value) => hex(toScreen(Math.min(1, Math.max(0, value))))).join('')}`
}

/** Who would take one colour for the other, though they differ to most. */
export const confusedBy = (a: string, b: string): Vision[] =>
  VISIONS.filter((vision) => distance(a, b) > APART && distance(seenBy(vision, a), seenBy(vision, b)) <= APART)

/** Of 441, the way from black to white: nearer than this, colours are not told apart at a glance. */
const APART = 48

function distance(a: string, b: string): number {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  return Math.hypot(...[1, 3, 5].map((at) => channel(a, at) - channel(b, at)))
}

const toLinear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const toScreen = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055)
const hex = (value: number): string =>
  Math.round(value * 255)
    .toString(16)
    .padStart(2, '0')
