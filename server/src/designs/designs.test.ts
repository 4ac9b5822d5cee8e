/** Badge designs are kept once, drawn once, and never change. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type BadgeDesign, draftBadgeDesign } from '@kolleges/design'
import { type Harness, harness } from '../../test/harness.ts'
import { institutionOf } from '../../test/staff.ts'
import { ensureRendered, readRendering, saveBadgeDesign, VARIANTS } from './index.ts'

let h: Harness
let institutionId: string
before(async () => {
  h = await harness()
  institutionId = (await institutionOf(h)).id
})
after(() => h.close())

const save = (design: BadgeDesign) =>
  h.ports.db.tenant(institutionId, (tx) => saveBadgeDesign(tx, h.ports, institutionId, design))
const designOf = (title: string) => draftBadgeDesign({ title, institutionName: '한빛대학교' })

test('the same design has one id, in whatever order it was written', async () => {
  const design = designOf('같은 배지')
  const shuffled = Object.fromEntries(Object.entries(design).reverse()) as BadgeDesign
  assert.equal(await save(design), await save(shuffled))
  assert.notEqual(await save(design), await save({ ...design, accent: '#123456' }))
})

test('the job draws every variant; doing it again changes nothing', async () => {
  const id = await save(designOf('모든 그림'))
  await h.drain()
  const once = await Promise.all(VARIANTS.map((variant) => readRendering(h.ports, institutionId, id, variant)))
  for (const { bytes, sha256 } of once) assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256)
  const blobs = h.blobs.size
  await ensureRendered(h.ports, institutionId, id)
  assert.equal(h.blobs.size, blobs)
  const again = await Promise.all(VARIANTS.map((variant) => readRendering(h.ports, institutionId, id, variant)))
  assert.deepEqual(again, once)
})

test('a picture wanted before the job ran is drawn on the spot', async () => {
  const id = await save(designOf('바로 그림'))
  const { bytes, mediaType } = await readRendering(h.ports, institutionId, id, 'png-160')
  assert.equal(mediaType, 'image/png')
  assert.deepEqual([...bytes.subarray(1, 4)], [0x50, 0x4e, 0x47])
})

test('a lost file is drawn again with the same bytes', async () => {
  const id = await save(designOf('잃은 그림'))
  const first = await readRendering(h.ports, institutionId, id, 'svg')
  h.blobs.clear()
  assert.deepEqual(await readRendering(h.ports, institutionId, id, 'svg'), first)
})

test('another institution cannot read a design', async () => {
  const id = await save(designOf('우리 배지'))
  const other = await institutionOf(h, { slug: 'other' })
  await assert.rejects(readRendering(h.ports, other.id, id, 'svg'))
})
