/** Takes the paper away from a scanned or photographed seal, so that it can lie over a name as the real one does. */

/** Red, green, blue and opacity of each pixel, a byte each, row by row. */
export type Pixels = { readonly rgba: Uint8Array; readonly width: number; readonly height: number }

/**
 * What is drawn keeps its own colour and shade; the paper, its shadows and its lighting become transparent; the result is cut to what
 * is drawn. A picture that is transparent already is only cut. Nothing when the picture holds no ink.
 */
export function clearPaper(picture: Pixels): Pixels | null {
  return cutToInk(isCutOut(picture) ? picture : liftInk(picture, paperOf(picture)))
}

/** Paper is told tile by tile, because light falls unevenly on it. */
const TILES = 16
/** The brightness that this share of a tile's pixels lies under: its paper, unless the tile is full of ink. */
const PAPER_SHARE = 0.85
/** A tile whose paper is so much darker than the picture's is ink or lies in deep shadow: it takes its neighbours'. */
const PAPER_DARKER_MAX = 70
/** Of 255: nearer to the paper than this is grain. */
const GRAIN = 30
/** The ink's own strength is what this share of its pixels stay under; near enough to it counts as full. */
const STRENGTH_SHARE = 0.8
const FULL_SHARE = 0.85
const STRENGTH_MIN = 60
/** So little of an ink is not seen; speckles of it would only spoil the cut. */
const SEEN = 40
const CUT_OUT_SHARE = 0.5
const MARGIN_SHARE = 0.02

type Colour3 = readonly [red: number, green: number, blue: number]

/** Most of the edge is transparent: somebody cut it out before. */
function isCutOut({ rgba, width, height }: Pixels): boolean {
  let [clear, all] = [0, 0]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x += y === 0 || y === height - 1 ? 1 : Math.max(1, width - 1)) {
      all++
      if (rgba[(y * width + x) * 4 + 3]! < 128) clear++
    }
  return clear > all * CUT_OUT_SHARE
}

/** The paper's colour at each tile of a grid, three numbers a tile. */
function paperOf(picture: Pixels): Float64Array {
  const tiles = Array.from({ length: TILES * TILES }, (_, i) => tileColour(picture, i % TILES, Math.floor(i / TILES)))
  const bright = tiles.map(brightness).sort((a, b) => a - b)[Math.floor(tiles.length * PAPER_SHARE)]!
  const isPaper = tiles.map((tile) => bright - brightness(tile) <= PAPER_DARKER_MAX)
  const known = tiles.filter((_, i) => isPaper[i])
  const paper = tiles.map((tile, i) => (isPaper[i] ? tile : nearestOf(i, tiles, isPaper, known[0] ?? tile)))
  return Float64Array.from(paper.flat())
}

function nearestOf(at: number, tiles: readonly Colour3[], isPaper: readonly boolean[], fallback: Colour3): Colour3 {
  let [best, least] = [fallback, Number.POSITIVE_INFINITY]
  for (const [i, tile] of tiles.entries()) {
    if (!isPaper[i]) continue
    const far = Math.hypot((i % TILES) - (at % TILES), Math.floor(i / TILES) - Math.floor(at / TILES))
    if (far < least) [best, least] = [tile, far]
  }
  return best
}

/** The bright end of a tile, channel by channel. */
function tileColour({ rgba, width, height }: Pixels, column: number, row: number): Colour3 {
  const [left, right] = spanOf(column, width)
  const [top, bottom] = spanOf(row, height)
  const counts = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)] as const
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++)
      for (let c = 0; c < 3; c++) counts[c]![overWhite(rgba, (y * width + x) * 4, c)]!++
  const all = (right - left) * (bottom - top)
  const share = (count: Uint32Array): number => {
    let sum = 0
    for (let value = 0; value < 256; value++) {
      sum += count[value]!
      if (sum >= all * PAPER_SHARE) return value
    }
    return 255
  }
  return [share(counts[0]), share(counts[1]), share(counts[2])]
}

/** At least one pixel wide, even where the picture is smaller than the grid. */
function spanOf(tile: number, side: number): [number, number] {
  const from = Math.min(side - 1, Math.floor((tile * side) / TILES))
  return [from, Math.max(from + 1, Math.floor(((tile + 1) * side) / TILES))]
}

const brightness = ([red, green, blue]: Colour3): number => 0.3 * red + 0.59 * green + 0.11 * blue

/** A transparent pixel shows the white it would be printed on. */
function overWhite(rgba: Uint8Array, at: number, channel: number): number {
  const alpha = rgba[at + 3]!
  return alpha === 255 ? rgba[at + channel]! : Math.round(255 + ((rgba[at + channel]! - 255) * alpha) / 255)
}

/** Each pixel is so much ink over its paper: the ink is kept at full strength, the share becomes its opacity. */
function liftInk(picture: Pixels, paper: Float64Array): Pixels {
  const { rgba, width, height } = picture
  const lifted = new Uint8Array(rgba.length)
  const ground = new Float64Array(3)
  const full = strengthOf(picture, paper) * FULL_SHARE
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      paperAt(paper, x / width, y / height, ground)
      const opacity = Math.min(1, (depthAt(rgba, at, ground) - GRAIN) / (full - GRAIN))
      if (opacity <= 0) continue
      for (let c = 0; c < 3; c++) {
        const ink = (overWhite(rgba, at, c) - (1 - opacity) * ground[c]!) / opacity
        lifted[at + c] = Math.min(255, Math.max(0, Math.round(ink)))
      }
      lifted[at + 3] = Math.round(opacity * 255)
    }
  return { rgba: lifted, width, height }
}

/** The channel that changed most tells: red ink leaves red as bright as the paper. */
function depthAt(rgba: Uint8Array, at: number, ground: Float64Array): number {
  let depth = 0
  for (let c = 0; c < 3; c++) depth = Math.max(depth, ground[c]! - overWhite(rgba, at, c))
  return depth
}

/** How far this ink stands from its paper where it is laid on fully. */
function strengthOf({ rgba, width, height }: Pixels, paper: Float64Array): number {
  const counts = new Uint32Array(256)
  const ground = new Float64Array(3)
  let inked = 0
  for (let y = 0; y < height; y += 2)
    for (let x = 0; x < width; x += 2) {
      paperAt(paper, x / width, y / height, ground)
      const depth = Math.floor(depthAt(rgba, (y * width + x) * 4, ground))
      if (depth <= GRAIN) continue
      counts[depth]!++
      inked++
    }
  let sum = 0
  for (let depth = 0; depth < 256; depth++) {
    sum += counts[depth]!
    if (sum > inked * STRENGTH_SHARE) return Math.max(STRENGTH_MIN, depth)
  }
  return STRENGTH_MIN
}

/**
 * Between the middles of tiles the paper changes evenly. Written into `ground`, with nothing made on the way: this runs for every
 * pixel of a photo.
 */
function paperAt(paper: Float64Array, shareX: number, shareY: number, ground: Float64Array): void {
  const x = clampTile(shareX * TILES - 0.5)
  const y = clampTile(shareY * TILES - 0.5)
  const left = Math.floor(x)
  const top = Math.floor(y)
  const right = left < TILES - 1 ? 3 : 0
  const down = top < TILES - 1 ? TILES * 3 : 0
  const corner = (top * TILES + left) * 3
  for (let c = 0; c < 3; c++) {
    const at = corner + c
    const upper = paper[at]! + (paper[at + right]! - paper[at]!) * (x - left)
    const lower = paper[at + down]! + (paper[at + down + right]! - paper[at + down]!) * (x - left)
    ground[c] = upper + (lower - upper) * (y - top)
  }
}

const clampTile = (value: number): number => Math.min(TILES - 1, Math.max(0, value))

function cutToInk({ rgba, width, height }: Pixels): Pixels | null {
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (rgba[(y * width + x) * 4 + 3]! < SEEN) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  if (right < 0) return null
  const margin = Math.round(Math.max(right - left, bottom - top) * MARGIN_SHARE) + 1
  ;[left, top] = [Math.max(0, left - margin), Math.max(0, top - margin)]
  ;[right, bottom] = [Math.min(width - 1, right + margin), Math.min(height - 1, bottom + margin)]
  const size = { width: right - left + 1, height: bottom - top + 1 }
  const cut = new Uint8Array(size.width * size.height * 4)
  for (let y = 0; y < size.height; y++) {
    const from = ((top + y) * width + left) * 4
    cut.set(rgba.subarray(from, from + size.width * 4), y * size.width * 4)
  }
  return { rgba: cut, ...size }
}
