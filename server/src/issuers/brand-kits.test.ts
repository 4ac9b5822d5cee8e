/** Brand kits: how the institution and its programmes look, who may change that, and what of it anybody gets to see. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { BrandKit, Institution } from '@kolleges/api'
import { sql } from 'kysely'
import { type Harness, harness } from '../../test/harness.ts'
import { ROLES, type Staffed, staff } from '../../test/staff.ts'
import { decodePng } from '../platform/png.ts'
import { findBrandKit, loadDefaultKit, readKitPictures } from './index.ts'

let h: Harness
let hanbit: Staffed
before(async () => {
  h = await harness()
  hanbit = await staff(h)
})
after(() => h.close())

const call = (method: string, path: string, json?: object, cookie = hanbit.cookies.admin) =>
  h.request(`/v1/brand-kits${path}`, { method, cookie, ...(json ? { json } : {}) })
const kits = async () => ((await (await call('GET', '')).json()) as { data: BrandKit[] }).data
const kitOf = async (response: Response | Promise<Response>) => (await (await response).json()) as BrandKit
const institution = async () =>
  (await (await h.request('/v1/institution', { cookie: hanbit.cookies.admin })).json()) as Institution
const own = async () => (await kits())[0]!

/** A round red seal on paper that darkens to one side, as a photo shows it. */
const PHOTO = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><defs><linearGradient id="g"><stop offset="0" stop-color="#f6f4ee"/><stop offset="1" stop-color="#c9c7bf"/></linearGradient></defs><rect width="400" height="300" fill="url(#g)"/><circle cx="200" cy="150" r="70" fill="none" stroke="#c8202b" stroke-width="16"/></svg>`
const PAPER = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#f4f2ec"/></svg>`

async function upload(id: string, kind: string, svg: string, query = '', cookie = hanbit.cookies.admin) {
  const body = new FormData()
  body.set('file', new File([svg], 'picture.svg', { type: 'image/svg+xml' }))
  return h.request(`/v1/brand-kits/${id}/${kind}${query}`, { method: 'PUT', body, cookie })
}

test('an institution begins with a kit of its own, made of its colours', async () => {
  const [kit, ...others] = await kits()
  const { name, primaryColor, accentColor } = await institution()
  assert.deepEqual(others, [])
  assert.deepEqual([kit!.isDefault, kit!.name, kit!.primary, kit!.accent], [true, name.ko, primaryColor, accentColor])
})

test('the institution and its own kit never disagree, whichever is changed', async () => {
  const kit = await own()
  await call('PATCH', `/${kit.id}`, {
    primary: '#0f5c46',
    head: { ...kit.head, title: { ko: '총장', en: 'President' } },
  })
  const after = await institution()
  assert.deepEqual([after.primaryColor, after.headTitle], ['#0f5c46', '총장'])
  const json = { accentColor: '#ff9f6b', headTitle: '학장' }
  await h.request('/v1/institution', { method: 'PATCH', json, cookie: hanbit.cookies.admin })
  const { accent, head, primary } = await own()
  assert.deepEqual([primary, accent, head.title], ['#0f5c46', '#ff9f6b', { ko: '학장', en: 'President' }])
})

test('a programme’s kit starts from the institution’s own and goes its own way', async () => {
  const response = await call('POST', '', {
    name: 'AI 융합',
    accent: '#5bc0be',
    badge: { template: 'shield', levels: 3 },
  })
  assert.equal(response.status, 201)
  const made = await kitOf(response)
  const { primary, head } = await own()
  assert.deepEqual([made.primary, made.accent, made.head, made.isDefault], [primary, '#5bc0be', head, false])
  assert.deepEqual(made.badge, { template: 'shield', levels: 3 })
  await call('PATCH', `/${made.id}`, { primary: '#123456' })
  assert.equal((await own()).primary, primary)
  assert.equal((await institution()).primaryColor, primary)
})

test('a kit that was put away is offered no more, but designs made with it still find it', async () => {
  const made = await kitOf(call('POST', '', { name: '지난 과정' }))
  assert.equal((await call('DELETE', `/${made.id}`)).status, 200)
  assert.ok((await kits()).every(({ id }) => id !== made.id))
  assert.equal((await call('PATCH', `/${made.id}`, { name: 'x' })).status, 404)
  const found = await h.ports.db.tenant(hanbit.institution.id, (tx) => findBrandKit(tx, hanbit.institution.id, made.id))
  assert.equal(found?.name, '지난 과정')
  const refused = await call('DELETE', `/${(await own()).id}`)
  assert.deepEqual([refused.status, ((await refused.json()) as { code: string }).code], [409, 'brand-kit-default'])
})

test('a shape that does not exist is refused where it stands', async () => {
  const response = await call('PATCH', `/${(await own()).id}`, { badge: { template: 'blob', levels: 0 } })
  assert.equal(response.status, 422)
  const { errors } = (await response.json()) as { errors: { pointer: string; code: string }[] }
  assert.deepEqual([errors[0]?.pointer, errors[0]?.code], ['#/badge/template', 'template-unknown'])
})

test('the paper of a photographed seal is taken away and the red is kept', async () => {
  const { id } = await own()
  const response = await upload(id, 'seal', PHOTO, '?ground=clear')
  assert.equal(response.status, 200, await response.clone().text())
  const kit = await h.ports.db.tenant(hanbit.institution.id, (tx) => findBrandKit(tx, hanbit.institution.id, id))
  const { seal } = await readKitPictures(h.ports, kit!, 'issued')
  const { rgba, width, height } = decodePng(Buffer.from(seal!.base64, 'base64'))
  assert.ok(Math.abs(width - height) <= 2 && width < 500, `${width} × ${height}: cut to the seal`)
  const middle = ((height >> 1) * width + (width >> 1)) * 4
  assert.equal(rgba[middle + 3], 0)
  const ring = ((height >> 1) * width + Math.round(width * 0.06)) * 4
  const [red, green, , alpha] = rgba.subarray(ring, ring + 4)
  assert.ok(red! > 180 && green! < 60 && alpha === 255, `${red} ${green} ${alpha}`)
})

test('bare paper is no seal, and the one before stays', async () => {
  const before = await own()
  const response = await upload(before.id, 'seal', PAPER, '?ground=clear')
  assert.equal(response.status, 422)
  const { errors } = (await response.json()) as { errors: { code: string }[] }
  assert.equal(errors[0]?.code, 'picture-blank')
  assert.equal((await own()).sealUrl, before.sealUrl)
})

test('members see a seal only with a mark through it; strangers and other institutions see none', async () => {
  const { id, sealUrl } = await own()
  const path = new URL(sealUrl!).pathname
  const shown = await h.request(path, { cookie: hanbit.cookies.viewer })
  assert.equal(shown.status, 200)
  const kit = await h.ports.db.tenant(hanbit.institution.id, (tx) => findBrandKit(tx, hanbit.institution.id, id))
  const [issued, marked] = await Promise.all([
    readKitPictures(h.ports, kit!, 'issued'),
    readKitPictures(h.ports, kit!, { previewIn: 'ko' }),
  ])
  const bytes = Buffer.from(await shown.arrayBuffer())
  assert.equal(bytes.toString('base64'), marked.seal!.base64)
  const [clean, cut] = [inkOf(issued.seal!.base64), inkOf(marked.seal!.base64)]
  assert.ok(cut.red < clean.red * 0.8, `${cut.red} of ${clean.red} red pixels are left`)
  const english = await h.request(`${path}?lang=en`, { cookie: hanbit.cookies.viewer })
  assert.notEqual(Buffer.from(await english.arrayBuffer()).toString('base64'), marked.seal!.base64)
  assert.equal((await h.request(path)).status, 401)
  assert.equal((await h.request('/i/hanbit/seal.png')).status, 404)
  const other = await staff(h, 'seohae')
  assert.equal((await h.request(path, { cookie: other.cookies.owner })).status, 404)
})

function inkOf(base64: string): { red: number } {
  const { rgba } = decodePng(Buffer.from(base64, 'base64'))
  let red = 0
  for (let at = 0; at < rgba.length; at += 4) if (rgba[at + 3]! > 128 && rgba[at]! > 150 && rgba[at + 1]! < 90) red++
  return { red }
}

test('a picture is taken out again, and a logo of the own kit is the institution’s', async () => {
  const { id } = await own()
  await upload(id, 'logo', PHOTO)
  assert.equal((await h.request('/i/hanbit/logo.png')).status, 200)
  const without = await kitOf(call('DELETE', `/${id}/logo`))
  assert.equal(without.logoUrl, null)
  assert.equal((await institution()).logoUrl, null)
  assert.equal((await call('GET', `/${id}/logo.png`)).status, 404)
  assert.equal((await upload(id, 'mascot', PHOTO)).status, 404)
})

test('an institution from before there were kits gets one of its colours, logo, seal and head', async () => {
  const migration = readFileSync(new URL('../../migrations/0340-brand-kits.sql', import.meta.url), 'utf8')
  const statement = migration.slice(migration.indexOf('INSERT INTO brand_kits'))
  const institutionId = hanbit.institution.id
  const { id, name, primary, accent, head, sealUrl } = await own()
  assert.ok(sealUrl)
  const kept = await h.ports.db.operator(async (tx) => {
    await tx.deleteFrom('brand_kits').execute()
    await sql.raw(statement).execute(tx)
    return loadDefaultKit(tx, institutionId)
  })
  assert.notEqual(kept.id, id)
  assert.deepEqual([kept.name, kept.primary, kept.accent, kept.head.title.ko], [name, primary, accent, head.title.ko])
  assert.ok(kept.pictureKeys.seal)
})

test('every member reads the kits; only owners and admins change them', async () => {
  const { id, fonts } = await own()
  for (const role of ROLES) {
    const cookie = hanbit.cookies[role]
    const may = role === 'owner' || role === 'admin'
    assert.equal((await call('GET', '', undefined, cookie)).status, 200, role)
    assert.equal((await call('PATCH', `/${id}`, { fonts }, cookie)).status, may ? 200 : 403, role)
    assert.equal((await call('POST', '', { name: role }, cookie)).status, may ? 201 : 403, role)
    assert.equal((await upload(id, 'signature', PHOTO, '?ground=clear', cookie)).status, may ? 200 : 403, role)
  }
})
