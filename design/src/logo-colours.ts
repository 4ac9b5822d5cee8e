/** Reads an institution's two colours out of its logo. */
import { type Colour, contrast, luminance, mix, WHITE } from './colour.ts'
import { TEXT_CONTRAST_MIN } from './limits.ts'

export type LogoColours = { readonly primary: Colour; readonly accent: Colour }

/** Red, green, blue and opacity of each pixel, a byte each. Nothing when the logo has no pixel one could see on paper. */
export function logoColours(rgba: Uint8Array): LogoColours | null {
  const found = countColours(rgba)
  const [first] = found
  if (!first) return null
  // A logo's dark colour carries its words; a bright one beside it is the accent, even where there is more of it.
  const dark = found.find(({ colour, weight }) => carriesWords(colour) && weight >= first.weight * SHARE_OF_DARK)
  const main = dark ?? first
  const primary = darkEnough(main.colour)
  const other = found.find(({ colour }) => distance(colour, main.colour) > DISTINCT)
  return { primary, accent: other ? other.colour : mix(primary, WHITE, 0.45) }
}

/** Each channel in so many steps: neighbours in shade count as one colour. */
const STEPS = 16
const OPAQUE = 128
const DISTINCT = 90
const SHARE_OF_DARK = 0.4
/** Paper and its shadows are not the logo. */
const NEARLY_WHITE = 0.86
const SAMPLES_MAX = 40_000

type Counted = { readonly colour: Colour; readonly weight: number }

/** Colours by how much they matter: frequent first, vivid before grey. */
function countColours(rgba: Uint8Array): Counted[] {
  const bins = new Map<number, { count: number; sum: [number, number, number] }>()
  const step = Math.max(1, Math.ceil(rgba.length / 4 / SAMPLES_MAX)) * 4
  for (let i = 0; i + 3 < rgba.length; i += step) {
    const [red, green, blue, alpha] = [rgba[i]!, rgba[i + 1]!, rgba[i + 2]!, rgba[i + 3]!]
    if (alpha < OPAQUE) continue
    const size = 256 / STEPS
    const key = (Math.floor(red / size) * STEPS + Math.floor(green / size)) * STEPS + Math.floor(blue / size)
    const bin = bins.get(key) ?? { count: 0, sum: [0, 0, 0] }
    bin.count++
    bin.sum = [bin.sum[0] + red, bin.sum[1] + green, bin.sum[2] + blue]
    bins.set(key, bin)
  }
  return [...bins.values()]
    .map(({ count, sum }) => {
      const channels = sum.map((value) => Math.round(value / count))
      return { colour: hex(channels), weight: count * (0.15 + vividness(channels)) }
    })
    .filter(({ colour }) => luminance(colour) < NEARLY_WHITE)
    .sort((a, b) => b.weight - a.weight)
}

const hex = (channels: readonly number[]): Colour =>
  `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`

/** From 0, a grey, to 1, a pure colour. */
const vividness = (channels: readonly number[]): number => (Math.max(...channels) - Math.min(...channels)) / 255

function distance(a: Colour, b: Colour): number {
  const parts = [1, 3, 5].map(
    (at) => Number.parseInt(a.slice(at, at + 2), 16) - Number.parseInt(b.slice(at, at + 2), 16),
  )
  return Math.hypot(...parts)
}

const carriesWords = (colour: Colour): boolean => contrast(colour, WHITE) >= TEXT_CONTRAST_MIN

/** As it is where white words read on it, else so much darker that they do. */
function darkEnough(colour: Colour): Colour {
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(colour, '#000000', share)
    if (carriesWords(candidate)) return candidate
  }
  return '#000000'
}
