import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clearPaper, type Pixels } from './paper.ts'

type Draw = (x: number, y: number) => readonly [number, number, number, number?]

const drawn = (width: number, height: number, draw: Draw): Pixels => {
  const rgba = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [red, green, blue, alpha = 255] = draw(x, y)
      rgba.set([red, green, blue, alpha], (y * width + x) * 4)
    }
  return { rgba, width, height }
}

const pixel = ({ rgba, width }: Pixels, x: number, y: number): number[] => [
  ...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
]

/** A ring of red ink, as a photo shows it: paper that darkens to one side, with grain. */
const photographed = drawn(200, 160, (x, y) => {
  const light = 245 - x * 0.35 - ((x * 7 + y * 13) % 9)
  const distance = Math.hypot(x - 100, y - 80)
  return distance > 38 && distance < 50 ? [200 * (light / 255), 32, 43] : [light, light - 2, light - 9]
})

test('the paper of an unevenly lit photo becomes transparent, the red stays red', () => {
  const cleared = clearPaper(photographed)!
  const [middle, ink] = [cleared.width >> 1, pixel(cleared, 7, cleared.height >> 1)]
  assert.equal(pixel(cleared, middle, cleared.height >> 1)[3], 0)
  assert.deepEqual(pixel(cleared, 0, 0)[3], 0)
  assert.equal(ink[3], 255)
  assert.ok(ink[0]! > 130 && ink[1]! < 60 && ink[2]! < 70, String(ink))
})

test('it is cut to what is drawn, with a narrow margin', () => {
  const { width, height } = clearPaper(photographed)!
  assert.ok(width >= 99 && width <= 108 && height >= 99 && height <= 108, `${width} × ${height}`)
})

test('the rim of a stroke is its own ink, only thinner: no pale halo comes along', () => {
  const soft = drawn(120, 120, (x) => {
    const share = Math.max(0, Math.min(1, (10 - Math.abs(x - 60)) / 6))
    return [255 - 55 * share, 255 - 223 * share, 255 - 212 * share]
  })
  const cleared = clearPaper(soft)!
  for (let x = 0; x < cleared.width; x++) {
    const [red, green, , alpha] = pixel(cleared, x, 50)
    if (alpha! > 60) assert.ok(red! - green! > 100, `${red} ${green} at ${x} of opacity ${alpha}`)
  }
})

test('blue and black ink are kept as they are', () => {
  for (const ink of [
    [20, 40, 140],
    [18, 18, 20],
  ] as const) {
    const cleared = clearPaper(drawn(90, 60, (x) => (x > 30 && x < 60 ? ink : [250, 249, 244])))!
    const found = pixel(cleared, cleared.width >> 1, 30)
    for (const c of [0, 1, 2] as const) assert.ok(Math.abs(found[c]! - ink[c]) <= 2, String(found))
  }
})

test('a picture cut out before is only trimmed: its white stays', () => {
  const before = drawn(50, 50, (x, y) => (x > 19 && x < 30 && y > 9 && y < 40 ? [255, 255, 255] : [0, 0, 0, 0]))
  const { width, height, rgba } = clearPaper(before)!
  assert.deepEqual([width, height], [14, 34])
  assert.deepEqual([...rgba.subarray((17 * 14 + 7) * 4, (17 * 14 + 7) * 4 + 4)], [255, 255, 255, 255])
})

test('bare paper holds no ink', () => {
  assert.equal(clearPaper(drawn(64, 64, (x, y) => [240 - ((x * y) % 7), 238, 230])), null)
  assert.equal(clearPaper(drawn(3, 2, () => [255, 255, 255])), null)
})

test('whatever the pixels, the result lies within the picture and has the bytes it claims', () => {
  const picture = fc
    .tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 24 }))
    .chain(([width, height]) =>
      fc
        .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
        .map((rgba) => ({ rgba, width, height })),
    )
  fc.assert(
    fc.property(picture, (given) => {
      const cleared = clearPaper(given)
      if (!cleared) return
      assert.ok(cleared.width <= given.width && cleared.height <= given.height)
      assert.equal(cleared.rgba.length, cleared.width * cleared.height * 4)
    }),
    { numRuns: 200 },
  )
})
