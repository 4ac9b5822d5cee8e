import assert from 'node:assert/strict'
import { test } from 'node:test'
import { badgeSvg, EXAMPLES } from '@kolleges/design'
import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { decodePng, encodePng } from './png.ts'
import { createRaster } from './raster.ts'

const raster = createRaster()

test('pixels come back from a PNG as they went in', () => {
  const picture = fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
    .chain(([width, height]) =>
      fc
        .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
        .map((rgba) => ({ rgba, width, height })),
    )
  fc.assert(fc.property(picture, (given) => assert.deepEqual(decodePng(encodePng(given)), given)))
})

test('what the raster draws is read, whatever filters its rows have, and drawn again the same', async () => {
  const png = await raster.png(badgeSvg(EXAMPLES[5]!), 160)
  const { rgba, width, height } = decodePng(png)
  assert.deepEqual([width, height], [160, 160])
  const href = (bytes: Uint8Array) => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`
  const draw = (bytes: Uint8Array) =>
    new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="160"><image href="${href(bytes)}" width="160" height="160"/></svg>`,
    ).render().pixels
  assert.deepEqual(draw(encodePng({ rgba, width, height })), draw(png))
})

test('what is no PNG of the raster is refused', async () => {
  const png = Buffer.from(await raster.png(badgeSvg(EXAMPLES[0]!), 32))
  const palette = Buffer.from(png)
  palette[25] = 3
  const huge = Buffer.from(png)
  huge.writeUInt32BE(60_000, 16)
  huge.writeUInt32BE(60_000, 20)
  const taller = Buffer.from(png)
  taller.writeUInt32BE(64, 20)
  for (const bytes of [new Uint8Array(), palette, huge, taller, Buffer.from('GIF89a'.repeat(9))])
    assert.throws(() => decodePng(bytes), { code: 'png-unreadable' })
})
