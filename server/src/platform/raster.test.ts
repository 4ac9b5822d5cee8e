import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { badgeSvg, EXAMPLES, RENDER_WIDTHS_PX } from '@kolleges/design'
import { Resvg } from '@resvg/resvg-js'
import { imageSize } from './image-size.ts'
import { PICTURE_BYTES_MAX, PICTURE_SVG_ELEMENTS_MAX } from './limits.ts'
import { createRaster } from './raster.ts'

const raster = createRaster()

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const svgOf = (body: string): Uint8Array =>
  bytesOf(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="80" height="40">${body}</svg>`,
  )
const SQUARE = '<rect width="40" height="40" fill="#1f3a8a"/>'
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAcEAABBAMBAAAAAAAAAAAAAAARAAUTYRIVI0L/xAAWAQEBAQAAAAAAAAAAAAAAAAAEAgX/xAAeEQABAgcBAAAAAAAAAAAAAAAAMVETFCMkYoGRY//aAAwDAQACEQMRAD8AitLXspe0cY85Em6R2a9bF2kkPnEAXaNLprZeMkg9YgGrR2dNlFxjjPrIkVSTdzfnpuqRRg5bfiE9ERaIc//Z',
  'base64',
)

/** The pixels of a PNG, by drawing it at its own size. */
function pixelsOf(png: Uint8Array): Buffer {
  const { width, height } = imageSize(png, 'png')!
  const href = Buffer.from(png).toString('base64')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="data:image/png;base64,${href}" width="${width}" height="${height}"/></svg>`
  return new Resvg(svg).render().pixels
}

for (const widthPx of RENDER_WIDTHS_PX) {
  test(`a badge is drawn ${widthPx} px wide`, async () => {
    const png = await raster.png(badgeSvg(EXAMPLES[0]!), widthPx)
    assert.deepEqual(imageSize(png, 'png'), { width: widthPx, height: widthPx })
  })
}

test('the same SVG gives the same bytes', async () => {
  const svg = badgeSvg(EXAMPLES[2]!)
  assert.deepEqual(await raster.png(svg, 320), await raster.png(svg, 320))
})

test('the three weights, and a syllable outside KS X 1001, are drawn with letters of their own', async () => {
  const drawn = new Set<string>()
  for (const weight of [400, 700, 800]) {
    for (const text of ['가', '힣', '뷁', 'A']) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><text x="5" y="45" font-family="Pretendard" font-weight="${weight}" font-size="40">${text}</text></svg>`
      const png = await raster.png(svg, 60)
      assert.ok(
        pixelsOf(png).some((value) => value !== 0),
        `${text} at ${weight} is blank`,
      )
      drawn.add(Buffer.from(png).toString('base64'))
    }
  }
  assert.equal(drawn.size, 12)
})

test('fonts swept from the temporary folder are cut again', async () => {
  const usual = process.env.TMPDIR
  const own = mkdtempSync(join(tmpdir(), 'kolleges-raster-test-'))
  process.env.TMPDIR = own // other processes draw with the usual folder
  try {
    const apart = createRaster()
    const before = await apart.png(badgeSvg(EXAMPLES[0]!), 160)
    rmSync(join(own, `kolleges-fonts-${userInfo().uid}`), { recursive: true })
    for (let round = 0; round < 2; round++) assert.deepEqual(await apart.png(badgeSvg(EXAMPLES[0]!), 160), before)
  } finally {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
    rmSync(own, { recursive: true })
  }
})

test('an SVG that is too long, broken, or wanted at no sensible width is an error with a code', async () => {
  const cases: [string, number][] = [
    [`<svg>${' '.repeat(16 * 1024 * 1024)}</svg>`, 100],
    ['<svg', 100],
    [badgeSvg(EXAMPLES[0]!), 0],
    [badgeSvg(EXAMPLES[0]!), 3001],
    [badgeSvg(EXAMPLES[0]!), 10.5],
  ]
  for (const [svg, widthPx] of cases) await assert.rejects(raster.png(svg, widthPx), { code: 'svg-not-drawable' })
})

test('an uploaded PNG, JPEG or SVG becomes a fresh PNG', async () => {
  const png = await raster.png(badgeSvg(EXAMPLES[0]!), 160)
  const cases: [string, Uint8Array, number, number][] = [
    ['PNG', png, 160, 160],
    ['JPEG', JPEG, 24, 16],
    ['SVG', svgOf(SQUARE), 1024, 512],
  ]
  for (const [name, bytes, widthPx, heightPx] of cases) {
    const drawn = await raster.rasterise(bytes)
    assert.equal(drawn.outcome, 'rasterised', name)
    if (drawn.outcome !== 'rasterised') continue
    assert.deepEqual([drawn.widthPx, drawn.heightPx], [widthPx, heightPx], name)
    assert.deepEqual(imageSize(drawn.png, 'png'), { width: widthPx, height: heightPx }, name)
  }
})

test('what is hidden in an uploaded PNG does not come out again', async () => {
  const png = await raster.png(badgeSvg(EXAMPLES[0]!), 160)
  const drawn = await raster.rasterise(Buffer.concat([png, bytesOf('<script>alert(1)</script>')]))
  assert.equal(drawn.outcome, 'rasterised')
  if (drawn.outcome === 'rasterised') assert.equal(Buffer.from(drawn.png).includes('script'), false)
})

test('pictures that cannot be taken are refused with a reason', async () => {
  const header = Buffer.from(await raster.png(badgeSvg(EXAMPLES[0]!), 160))
  const claims = Buffer.from(header)
  claims.writeUInt32BE(60_000, 16)
  claims.writeUInt32BE(60_000, 20)
  const cases: [string, Uint8Array, string][] = [
    ['too many bytes', new Uint8Array(PICTURE_BYTES_MAX + 1), 'picture-too-large'],
    ['a pixel bomb', claims, 'picture-too-many-pixels'],
    ['16,000 by 16,000 pixels of nothing', pngOf(16_000, Buffer.alloc(8_000)), 'picture-too-many-pixels'],
    ['two hundred megabytes where a hundred pixels should be', pngOf(10, zeros()), 'picture-broken'],
    ['a cut PNG', header.subarray(0, 60), 'picture-broken'],
    ['a cut JPEG', JPEG.subarray(0, 40), 'picture-broken'],
    ['a GIF', bytesOf('GIF89a............'), 'picture-unknown-type'],
    ['HTML', bytesOf('<html><body>logo</body></html>'), 'picture-unknown-type'],
    ['nothing', new Uint8Array(), 'picture-unknown-type'],
    ['broken XML', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'), 'picture-broken'],
    ['an empty SVG', svgOf(''), 'picture-broken'],
    ['an SVG without a size it can be drawn at', svgOf('<script>x()</script>'), 'picture-broken'],
    [
      'entities',
      bytesOf('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'),
      'picture-too-complex',
    ],
    ['too many elements', svgOf('<g/>'.repeat(PICTURE_SVG_ELEMENTS_MAX + 1)), 'picture-too-complex'],
    ['too many copies', svgOf(`<g id="a"/>${'<use href="#a"/>'.repeat(17)}`), 'picture-too-complex'],
    ['too deep', svgOf('<g>'.repeat(60) + '</g>'.repeat(60)), 'picture-too-complex'],
  ]
  for (const [name, bytes, reason] of cases)
    assert.deepEqual(await raster.rasterise(bytes), { outcome: 'refused', reason }, name)
})

/** A grey square that says it is so wide, with whatever data. */
function pngOf(side: number, data: Buffer): Buffer {
  const chunk = (type: string, content: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
    const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length)
    checksum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, checksum])
  }
  const header = Buffer.from('00000000000000000800000000', 'hex')
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  const pieces = [chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...pieces])
}

/** Two hundred megabytes of zeros in a few kilobytes: one block of them, over and over, in one stream (RFC 1951). */
function zeros(): Buffer {
  const block = deflateRawSync(Buffer.alloc(1_048_576), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([Buffer.from('7801', 'hex'), ...Array.from({ length: 200 }, () => block)])
}

test('a broken font file among ours stops the drawing or is passed over, but no words go missing', async () => {
  const own = mkdtempSync(join(tmpdir(), 'kolleges-raster-test-'))
  try {
    for (const name of ['Pretendard-Regular.ttf', 'Pretendard-Bold.ttf', 'Pretendard-ExtraBold.ttf']) {
      const font = readFileSync(new URL(`../../../fonts/${name}`, import.meta.url))
      writeFileSync(join(own, name), name === 'Pretendard-Bold.ttf' ? font.subarray(0, 5_000) : font)
    }
    const words =
      '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><text x="5" y="45" font-family="Pretendard" font-weight="700" font-size="40">수료증</text></svg>'
    const png = await createRaster({ fontsDir: own }).png(words, 200)
    assert.ok(pixelsOf(png).some((value) => value !== 0))
  } finally {
    rmSync(own, { recursive: true })
  }
})

test('an SVG that would be drawn for years is given up in time', async () => {
  const masks = Array.from({ length: 30 }, (_, i) => {
    const inner = '<rect width="80" height="40" fill="#fff"/>'
    return `<mask id="m${i}">${i === 0 ? inner : `<g mask="url(#m${i - 1})">${inner}</g>`.repeat(9)}</mask>`
  })
  const impatient = createRaster({ pictureDrawMs: 400 })
  const drawn = await impatient.rasterise(svgOf(`${masks.join('')}<g mask="url(#m29)">${SQUARE}</g>`))
  assert.deepEqual(drawn, { outcome: 'refused', reason: 'picture-broken' })
})

test('an uploaded SVG never draws a file of this machine', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kolleges-raster-test-'))
  try {
    const path = join(folder, 'private.png')
    writeFileSync(
      path,
      await raster.png(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="#ff0000"/></svg>',
        9,
      ),
    )
    const ways = [
      `<image href="${path}" width="80" height="40"/>`,
      `<image xlink:href="file://${path}" width="80" height="40"/>`,
      `<defs><pattern id="p" width="80" height="40"><image href="${path}" width="80" height="40"/></pattern></defs><rect width="80" height="40" fill="url(#p)"/>`,
      `<image href="data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><image href="${path}" width="80" height="40"/></svg>`).toString('base64')}" width="80" height="40"/>`,
      `<filter id="f"><feImage href="${path}"/></filter><g filter="url(#f)"/>`,
    ]
    for (const way of ways) {
      const drawn = await raster.rasterise(svgOf(SQUARE + way))
      assert.equal(drawn.outcome, 'rasterised', way)
      if (drawn.outcome !== 'rasterised') continue
      const pixels = pixelsOf(drawn.png)
      for (let at = 0; at < pixels.length; at += 4) assert.notEqual(pixels.readUInt32BE(at), 0xff0000ff, way)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a certificate with logos and a seal in it is drawn as soon as its words ask', async () => {
  const seal = await raster.png(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4" fill="#c8202b"/></svg>',
    1024,
  )
  const image = `<image href="data:image/png;base64,${Buffer.from(seal).toString('base64')}" width="90" height="90"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 90">${image.repeat(9)}<text x="10" y="50" font-family="'Noto Serif KR', Pretendard" font-size="40">총장 뷁</text></svg>`
  assert.ok((await raster.png(svg, 900)).length > 1000)
})
