/** A certificate as other people's PDF programs read it: its words, its fonts, the credential inside. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openAwarding, publishAchievement } from './awarding.ts'
import { answered, publishDesign, uploadSeal } from './certifying.ts'

const folder = mkdtempSync(join(tmpdir(), 'kolleges-pdf-'))
const file = join(folder, 'certificate.pdf')
let signed: string
before(async () => {
  const h = await openAwarding()
  try {
    const { key } = h
    await answered(h, '/v1/institution', { method: 'PATCH', key, json: { headTitle: '총장' } }, 200)
    await uploadSeal(h, key)
    const design = await publishDesign(h, { template: 'isu-classic' })
    const parts = { certificate: { design: design.id }, certificateNumber: { rule: '제 {YYYY}-{SEQ:3}호' } }
    const json = {
      achievement: await publishAchievement(h, key, parts),
      recipients: [{ name: '독고하늘별', email: 'haneul@learner.example' }],
      values: { 기간: '2026년 9월 1일 ~ 12월 18일' },
    }
    await answered(h, '/v1/award-batches', { key, json }, 202)
    await h.drain()
    const [{ id } = { id: '' }] = await h.credentials()
    signed = await (await h.request(`/c/${id}.json`)).text()
    writeFileSync(file, Buffer.from(await (await h.request(`/c/${id}.pdf`)).arrayBuffer()))
  } finally {
    await h.close()
  }
})
after(() => rmSync(folder, { recursive: true }))

function poppler(program: string, ...args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error(`${program} is not on this machine: apt-get install poppler-utils`)
  }
}

test('pdftotext finds the Korean name, the course, the period and the serial number', () => {
  const words = poppler('pdftotext', file, '-').replace(/\s+/g, '')
  for (const wanted of ['독고하늘별', 'AI데이터기초', '2026년9월1일~12월18일', '제2026-001호', '한빛대학교'])
    assert.ok(words.includes(wanted), `${wanted} in ${words}`)
})

test('pdffonts shows every font embedded, as a subset, with its letters named', () => {
  const rows = poppler('pdffonts', file).trim().split('\n').slice(2)
  assert.ok(rows.length > 0)
  for (const row of rows) assert.match(row, /^[A-Z]{6}\+\S+ .* yes yes yes /, row)
})

test('pdfinfo shows a tagged PDF/A-3 with a title', () => {
  const facts = poppler('pdfinfo', file)
  assert.match(facts, /Title:\s+\S+/)
  assert.match(facts, /Tagged:\s+yes/)
  const metadata = poppler('pdfinfo', '-meta', file)
  assert.match(metadata, /<pdfaid:part>3</)
})

test('pdfdetach takes out the very credential that was signed', () => {
  const out = join(folder, 'credential.json')
  poppler('pdfdetach', '-save', '1', '-o', out, file)
  assert.equal(readFileSync(out, 'utf8'), signed)
})
