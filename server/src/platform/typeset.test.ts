import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readInput } from '@kolleges/credentials'
import { bind, composePrint, EXAMPLES, findCertificate, layOut, VARIABLES } from '@kolleges/design'
import { createTypeset } from './typeset.ts'

const typeset = createTypeset()
const folder = mkdtempSync(join(tmpdir(), 'kolleges-typeset-'))
after(() => rmSync(folder, { recursive: true }))

const SAMPLE = Object.fromEntries(VARIABLES.map(({ key, sample }) => [key, sample.ko]))
const CREDENTIAL = '{"@context":["https://www.w3.org/ns/credentials/v2"],"name":"수료증"}'

function jobFor(values: Readonly<Record<string, string>> = {}, text: string | null = CREDENTIAL) {
  const { document } = findCertificate('suryo-meander')!
  const bound = bind(document, { values: { ...SAMPLE, ...values }, badge: EXAMPLES[2]! })
  const attachment =
    text === null
      ? {}
      : {
          attachment: {
            name: 'credential.json',
            mediaType: 'application/vc+ld+json',
            description: 'Open Badges 3.0',
            text,
          },
        }
  return composePrint(bound.document, layOut(bound), { day: '2026-12-22', ...attachment })
}

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined
const poppler = {
  skip: hasPoppler ? false : 'poppler-utils is not installed: the PDF is NOT looked at by another program',
}

/** What our own reader takes out of the file. */
function attachedTo(pdf: Uint8Array): string {
  const input = readInput(pdf)
  return input.outcome === 'read' ? input.text : input.reason
}

function onDisk(pdf: Uint8Array): string {
  const path = join(folder, 'page.pdf')
  writeFileSync(path, pdf)
  return path
}

test('Korean text can be selected and searched', poppler, async () => {
  const text = execFileSync('pdftotext', ['-layout', onDisk(await typeset.pdf(jobFor())), '-'], { encoding: 'utf8' })
  for (const words of ['김하늘', 'AI 데이터 기초 마이크로디그리', '제 2026-001호', 'KL-7Q2M-9XKD', '2026년 12월 22일'])
    assert.ok(text.includes(words), `${words} is not in:\n${text}`)
})

test('every font is embedded, subset and mapped back to letters', poppler, async () => {
  const fonts = execFileSync('pdffonts', [onDisk(await typeset.pdf(jobFor()))], { encoding: 'utf8' })
    .split('\n')
    .slice(2)
  const rows = fonts.filter((row) => row.trim() !== '')
  assert.ok(rows.some((row) => /NotoSerifKR/.test(row)) && rows.some((row) => /Pretendard/.test(row)))
  for (const row of rows) assert.match(row, /^[A-Z]{6}\+\S+ .* yes yes yes /, row)
})

test('the credential comes out of the file by another program and by ours, byte for byte', poppler, async () => {
  const pdf = await typeset.pdf(jobFor())
  const out = join(folder, 'out.json')
  execFileSync('pdfdetach', ['-save', '1', '-o', out, onDisk(pdf)])
  assert.equal(readFileSync(out, 'utf8'), CREDENTIAL)
  assert.equal(attachedTo(pdf), CREDENTIAL)
})

test('a page is tagged, titled, in its language, and its QR is a link', poppler, async () => {
  const path = onDisk(await typeset.pdf(jobFor()))
  const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' })
  assert.match(info, /Tagged: +yes/)
  assert.match(info, /Title: +수료증 - 김하늘/)
  const bytes = readFileSync(path, 'latin1')
  assert.match(bytes, /\/Lang \(ko\)/)
  assert.match(bytes, /pdfaid:part>3</)
  assert.match(bytes, /\/URI \(https:\/\/kolleges\.example\/c\/7q2m9xkd4t8v\)/)
})

test('the same page gives the same bytes', async () => {
  const [first, second] = [await typeset.pdf(jobFor()), await typeset.pdf(jobFor())]
  assert.deepEqual(first, second)
})

test('pages asked for together are all printed, each its own', async () => {
  const pdfs = await Promise.all(Array.from({ length: 8 }, (_, i) => typeset.pdf(jobFor({}, `{"number":${i}}`))))
  pdfs.forEach((pdf, i) => {
    assert.equal(attachedTo(pdf), `{"number":${i}}`)
  })
})

test('what a person is called is never read as a command', async () => {
  const name = '#read("/etc/passwd") $x$ \\"]; #let facts = 1 *굵게*'
  const pdf = await typeset.pdf(jobFor({ 'learner.name': name }))
  assert.ok(pdf.length > 10_000)
})

test('a broken page is refused, and the next one is printed', async () => {
  const job = jobFor()
  const broken = {
    ...job,
    files: job.files.map((file) => (file.path === '/page.svg' ? { ...file, bytes: '<svg' } : file)),
  }
  await assert.rejects(typeset.pdf(broken), { code: 'page-not-printable' })
  assert.ok((await typeset.pdf(job)).length > 10_000)
})

test('a page cannot reach files beside its own', async () => {
  const job = jobFor()
  const files = job.files.map((file) =>
    file.path === '/page.svg'
      ? {
          ...file,
          bytes:
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><image href="typeset.ts" width="9" height="9"/></svg>',
        }
      : file,
  )
  const printed = await typeset.pdf({ ...job, files }).catch((error: { code: string }) => error.code)
  if (typeof printed !== 'string') assert.ok(!Buffer.from(printed).includes('createTypeset'))
})

test('a page printed without a credential carries none', async () => {
  assert.equal(attachedTo(await typeset.pdf(jobFor({}, null))), 'pdf-without-credential')
})
