import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { extract } from '@kolleges/credentials'
import { findCertificate, printDocument } from '@kolleges/design'

const folder = mkdtempSync(join(tmpdir(), 'kolleges-render-'))
after(() => rmSync(folder, { recursive: true }))

const MAIN = join(import.meta.dirname, '../main.ts')
const kolleges = (...words: string[]) =>
  spawnSync(process.execPath, [MAIN, ...words], { cwd: folder, encoding: 'utf8' })

function file(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return name
}

const read = (name: string): Buffer => readFileSync(join(folder, name))

const PERSON = file('person.json', {
  이름: '김하늘',
  learner: { nameEnglish: 'Haneul Kim', birthDate: '2003-05-14' },
  course: 'AI 데이터 기초 마이크로디그리',
  'achievement.period': '2026년 9월 1일 ~ 12월 18일',
  credits: 12,
  credential: { serial: '제 2026-001호', issuedOn: '2026-12-22', number: 'KL-7Q2M-9XKD' },
  확인주소: 'kolleges.example/v',
  url: 'https://kolleges.example/c/7q2m9xkd4t8v',
})
const BRAND = file('brand.json', {
  primary: '#0F5C46',
  accent: '#d9a441',
  name: { ko: '서해공공아카데미', en: 'Seohae Public Academy' },
  headTitle: '원장',
})
const SIGNED_TEXT = JSON.stringify({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  id: 'https://kolleges.example/c/0abc',
  issuer: { id: 'did:web:kolleges.example:i:hanbit', type: ['Profile'], name: '한빛대학교' },
  validFrom: '2026-12-21T15:30:00Z',
  credentialSubject: { type: ['AchievementSubject'], name: '박지우', achievement: { name: '데이터 분석' } },
})
const SIGNED = file('signed.json', SIGNED_TEXT)

test('every template is listed with its id, kind, both names and fields', () => {
  const { stdout, status } = kolleges('templates', '--json')
  assert.equal(status, 0)
  const list = JSON.parse(stdout) as { id: string; kind: string; name: { ko: string; en: string }; fields: string[] }[]
  assert.ok(list.filter(({ kind }) => kind === 'badge').length >= 32)
  assert.ok(list.filter(({ kind }) => kind === 'certificate').length >= 20)
  for (const { id, kind, name, fields } of list) {
    assert.ok(['badge', 'certificate'].includes(kind) && name.ko && name.en && fields.length > 0, id)
    assert.deepEqual(
      fields.filter((field) => typeof field !== 'string'),
      [],
    )
  }
  assert.equal(new Set(list.map(({ id }) => id)).size, list.length)
})

test('a certificate is written as SVG with every variable filled, whatever way the data name them', () => {
  const { status, stderr } = kolleges('render', 'isu-classic', '--data', PERSON, '--brand', BRAND, '--out', 'c.svg')
  assert.equal(status, 0, stderr)
  const svg = read('c.svg').toString()
  for (const words of [
    '김하늘 (Haneul Kim)',
    '2003년 5월 14일',
    '2026년 12월 22일',
    '서해공공아카데미 원장',
    '제 2026-001호',
    '12학점',
  ])
    assert.ok(svg.includes(words), words)
  assert.ok(svg.includes('#0f5c46') && !svg.includes('{{'))
  assert.equal(stderr, 'seal-is-sample: This is the sample seal: the institution has none yet. in seal\n')
})

test('a certificate is written as PNG of the width asked for', () => {
  assert.equal(kolleges('render', 'isu-classic', '--data', PERSON, '--width', '420', '--out', 'c.png').status, 0)
  const png = read('c.png')
  assert.equal(png.readUInt32BE(0), 0x89504e47)
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [420, 594])
})

test('a PDF carries the credential, and is filled from it where the data are silent', () => {
  const { status } = kolleges('render', 'isu-classic', '--credential', SIGNED, '--out', 'c.pdf')
  assert.equal(status, 0)
  const pdf = read('c.pdf').toString('latin1')
  const judged = ['c.pdf', SIGNED].map((file) => JSON.parse(kolleges('verify', '--json', file).stdout))
  assert.equal(judged[0].verdict, judged[1].verdict)
  assert.deepEqual(judged[0].checks, judged[1].checks)
  assert.ok(pdf.startsWith('%PDF-1.7') && pdf.includes('/AFRelationship /Data') && pdf.includes('/Lang (ko)'))
  if (spawnSync('pdftotext', ['-v']).error) return
  const text = spawnSync('pdftotext', ['-layout', join(folder, 'c.pdf'), '-'], { encoding: 'utf8' }).stdout
  // 15:30 in London is half past midnight of the next day in Seoul.
  for (const words of ['박지우', '데이터 분석', '2026년 12월 22일']) assert.ok(text.includes(words), words)
  spawnSync('pdfdetach', ['-save', '1', '-o', join(folder, 'detached.json'), join(folder, 'c.pdf')])
  assert.equal(read('detached.json').toString(), SIGNED_TEXT)
})

test('a badge is written in its brand, and the credential is baked into PNG and SVG', () => {
  const badge = file('badge.json', {
    title: '데이터 분석',
    icon: 'chart',
    level: '2',
    levels: 3,
    institutionName: '한빛대학교',
  })
  for (const out of ['b.png', 'b.svg']) {
    const { status, stderr } = kolleges(
      'render',
      'hex-crest',
      '--data',
      badge,
      '--brand',
      BRAND,
      '--credential',
      SIGNED,
      '--out',
      out,
    )
    assert.equal(status, 0, stderr)
    const extracted = extract(read(out))
    assert.equal(extracted.outcome === 'extracted' && JSON.parse(extracted.text).id, 'https://kolleges.example/c/0abc')
  }
  assert.match(read('b.svg').toString(), /#0f5c46.*데이터 분석/s)
})

test('a badge is drafted from a person’s data when nothing is said of it', () => {
  assert.equal(kolleges('render', 'shield', '--data', PERSON, '--out', 'b.svg').status, 0)
  assert.ok(read('b.svg').toString().includes('마이크로디그리'))
})

test('a person’s grade is not taken for the badge’s', () => {
  const winner = file('winner.json', { 이름: '김하늘', 과정명: '창업경진대회', grade: '최우수상' })
  assert.equal(kolleges('render', 'sangjang', '--data', winner, '--out', 's.svg').status, 0)
  assert.ok(read('s.svg').toString().includes('최우수상'))
})

test('a design of one’s own is rendered: a document or a badge', () => {
  const own = file('own.json', printDocument(findCertificate('wide-stage')!.document))
  assert.equal(kolleges('render', own, '--data', PERSON, '--out', 'own.svg').status, 0)
  const plate = {
    template: 'gate',
    title: '캡스톤',
    icon: 'gear',
    primary: '#1f3a8a',
    accent: '#e0a526',
    institutionName: '한빛대학교',
  }
  assert.equal(kolleges('render', file('gate.json', plate), '--out', 'gate.png').status, 0)
})

test('up to three institutions sign, by a list', () => {
  const brand = file('three.json', {
    institutions: [
      { name: '한빛대학교', headTitle: '총장' },
      { name: '서해공공아카데미', headTitle: '원장' },
      { name: '가람산업협회', headTitle: '회장' },
    ],
  })
  assert.equal(kolleges('render', 'joint-three', '--data', PERSON, '--brand', brand, '--out', 'j.svg').status, 0)
  const svg = read('j.svg').toString()
  for (const name of ['한빛대학교 총장', '서해공공아카데미 원장', '가람산업협회 회장'])
    assert.ok(svg.includes(name), name)
})

test('what is missing is told, and the page is written all the same', () => {
  const { status, stderr } = kolleges('render', 'isu-classic', '--out', 'empty.svg')
  assert.equal(status, 0)
  assert.match(stderr, /^variable-unbound: A variable has no value\. learner\.name \(Name\) in value-1$/m)
})

const REFUSED: readonly [string, readonly string[], RegExp][] = [
  ['a template that does not exist', ['no-such', '--out', 'x.svg'], /there is no template "no-such"/],
  ['no file to write to', ['isu-classic'], /--out FILE/],
  ['a format that is none', ['isu-classic', '--out', 'x.gif'], /--out ends in \.svg, \.png, \.pdf/],
  ['a width beyond the limit', ['isu-classic', '--out', 'x.png', '--width', '90000'], /--width is a whole number/],
  [
    'data that are not JSON',
    ['isu-classic', '--out', 'x.svg', '--data', file('broken.json', '{')],
    /broken\.json is not JSON/,
  ],
  [
    'a brand with a malformed colour',
    ['isu-classic', '--out', 'x.svg', '--brand', file('bad.json', { primary: 'navy' })],
    /primary must be a colour/,
  ],
  [
    'a seal that is no picture',
    ['isu-classic', '--out', 'x.svg', '--brand', file('seal.json', { seal: 'person.json' })],
    /neither PNG nor JPEG/,
  ],
  [
    'data of several people',
    ['isu-classic', '--out', 'x.svg', '--data', file('list.json', [{}])],
    /must be one object/,
  ],
  [
    'a design of a newer version',
    [file('newer.json', { version: 9 }), '--out', 'x.svg'],
    /\/version: The document is of a newer version/,
  ],
  [
    'a title too long for its badge',
    [
      'diamond',
      '--out',
      'x.svg',
      '--data',
      file('long.json', { title: '아주 길고 긴 제목이라서 배지 위에는 도저히 들어갈 수 없는 그런 이름' }),
    ],
    /badge \/title: The title is too long/,
  ],
]

for (const [sentence, words, message] of REFUSED)
  test(`refused: ${sentence}`, () => {
    const { status, stderr } = kolleges('render', ...words)
    assert.equal(status, 2)
    assert.match(stderr, message)
  })
