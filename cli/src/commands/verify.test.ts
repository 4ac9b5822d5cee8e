import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openIssuer, REVOKED_INDEX } from '../../test/issuer.ts'
import { kolleges } from '../../test/run.ts'
import { isTrusted } from '../gather.ts'
import { exitCodeOf } from './verify.ts'

const VECTORS = join(import.meta.dirname, '../../../vectors/verification')
type Vector = {
  file: string
  says: string
  verdict: string
  check?: string
  because?: string
  at: string
  recipient?: string
  made?: { text: [string, string, string]; times: number }
}
type Line = { file: string; verdict: string; because?: string; checks: { check: string; because?: string }[] }
const at = '2026-11-23T03:00:00Z'

let folder: string
let server: Server
let origin: string
let issuer: ReturnType<typeof openIssuer>
const pages = new Map<string, { status?: number; type?: string; body: string | Uint8Array }>()

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kolleges-verify-'))
  server = createServer((request, response) => {
    const page = pages.get(request.url ?? '') ?? { status: 404, body: '' }
    response.writeHead(page.status ?? 200, { 'content-type': page.type ?? 'application/json' }).end(page.body)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  issuer = openIssuer(origin)
  serve('/i/hanbit/did.json', issuer.didDocument())
  serve('/status/1', await issuer.statusList())
})
after(async () => {
  server.close()
  await rm(folder, { recursive: true, force: true })
})

const serve = (path: string, document: unknown) => pages.set(path, { body: JSON.stringify(document) })
const file = async (name: string, content: unknown) => {
  const path = join(folder, name)
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const linesOf = (out: string): Line[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('every vector gets the verdict that is expected of every program, offline', async () => {
  const vectors: Vector[] = JSON.parse(await readFile(join(VECTORS, 'cases.json'), 'utf8'))
  for (const moment of new Set(vectors.map((vector) => vector.at))) {
    const group = vectors.filter((vector) => vector.at === moment)
    const paths = await Promise.all(
      group.map(({ file: name, made }) =>
        made ? file(name, made.text[0] + made.text[1].repeat(made.times) + made.text[2]) : join(VECTORS, name),
      ),
    )
    const ran = await kolleges(
      'verify',
      '--json',
      '--at',
      moment,
      '--material',
      join(VECTORS, 'material.json'),
      ...paths,
    )
    assert.equal(ran.err, '')
    assert.equal(ran.code, 1)
    for (const [i, line] of linesOf(ran.out).entries()) {
      const { verdict, check, because, says, recipient } = group[i]!
      assert.equal(line.verdict, verdict, says)
      if (recipient !== undefined) continue // the tool compares none
      const found = check
        ? line.checks.find((each) => each.check === check)?.because
        : (line.because ?? line.checks[0]?.because)
      const expected = because === 'input-too-large' ? 'too-large' : because // not even loaded
      if (expected) assert.equal(found, expected, says)
    }
    assert.equal(linesOf(ran.out).length, group.length)
  }
})

test('a report says the verdict, the credential and each check', async () => {
  const path = await file('valid.json', await issuer.credential(1))
  const ran = await kolleges('verify', '--lang', 'ko', path)
  assert.equal(
    ran.out,
    `${path}
  ✓ 유효한 증명입니다
  AI 데이터 기초 · 김하늘 · 한빛대학교
    통과      증명 형식
    통과      전자서명
    통과      발급기관 신원
    통과      취소·정지 여부
    통과      유효기간 (no-end-declared)

`,
  )
  assert.deepEqual([ran.code, ran.err], [0, ''])
})

test('asked to explain, it shows under each check what was compared and the hash of what was signed', async () => {
  const path = await file('explained.json', await issuer.credential(1))
  const { out } = await kolleges('verify', '--explain', '--at', at, path)
  const { did } = issuer
  for (const line of [
    '    passed        digital signature\n        type: DataIntegrityProof\n        cryptosuite: eddsa-rdfc-2022',
    `        verificationMethod: ${did}#z6Mk`,
    '        keyDocument: https://localhost:',
    `        list: ${origin}/status/1\n        index: 1\n`,
    `        at: ${at}\n`,
  ])
    assert.ok(out.includes(line), `${line}\nis not in\n${out}`)
  assert.match(out, /canonicalHash: sha256 [0-9a-f]{64}\n/)
})

test('links, pages that name their credential, JWTs and old editions are followed', async () => {
  serve('/c/1.json', await issuer.credential(1))
  pages.set('/c/1', {
    type: 'text/html; charset=utf-8',
    body: '<link rel="alternate" type="application/vc+ld+json" href="/c/1.json">',
  })
  pages.set('/plain', { type: 'text/html', body: '<p>nothing</p>' })
  pages.set('/jwt', { type: 'application/jwt', body: await issuer.jwt(1) })
  const edition = issuer.assertion()
  serve('/ob2/assertion.json', edition.assertion)
  serve('/ob2/achievement.json', edition.achievement)
  serve('/ob2/issuer.json', edition.issuer)
  const cases = [
    ['/c/1', 'valid'],
    ['/c/1.json', 'valid'],
    ['/jwt', 'valid'],
    ['/ob2/assertion.json', 'valid'],
    ['/plain', 'unreadable', 'page-without-credential'],
    ['/none', 'unreadable', 'not-found'],
  ] as const
  const ran = await kolleges('verify', '--json', ...cases.map(([path]) => origin + path))
  assert.deepEqual(
    linesOf(ran.out).map(({ verdict, because }) => [verdict, because]),
    cases.map(([, verdict, because]) => [verdict, because]),
  )
  assert.equal(ran.code, 2)
})

test('an old hosted assertion that is gone was revoked', async () => {
  const { assertion } = issuer.assertion()
  const kept = await file('kept.json', assertion)
  pages.set('/ob2/assertion.json', { status: 410, body: '' })
  assert.equal(linesOf((await kolleges('verify', '--json', kept)).out)[0]?.verdict, 'revoked')
})

test('a transcript is as good as its worst part, and each part is told', async () => {
  const good = await file('good.json', await issuer.transcript([1, 2]))
  const bad = await file('bad.json', await issuer.transcript([1, REVOKED_INDEX]))
  const { out, code } = await kolleges('verify', good, bad)
  assert.equal(code, 1)
  assert.match(out, /✓ This credential is valid\n {2}빅데이터 마이크로디그리/)
  assert.match(out, /part \/credentialSubject\/verifiableCredential\/1\n {6}✗ This credential was revoked/)
})

test('the exit code is 1 for a proven no, 2 for what could not be told', async () => {
  const valid = await file('a.json', await issuer.credential(1))
  const altered = await file('b.json', JSON.stringify(await issuer.credential(1)).replace('김하늘', '김바다'))
  const forged = await file('c.txt', `${(await issuer.jwt(1)).slice(0, -4)}AAAA`)
  const nothing = await file('d.json', '{}')
  const code = async (...inputs: string[]) => (await kolleges('verify', ...inputs)).code
  assert.equal(await code(valid), 0)
  assert.equal(await code(altered), 1)
  assert.equal(await code(forged), 1)
  assert.equal(await code(nothing), 2)
  assert.equal(await code(join(folder, 'absent.json')), 2)
  assert.equal(await code(nothing, valid, altered), 1)
  assert.equal(exitCodeOf('issuer_unverified'), 2)
  assert.equal(exitCodeOf('test'), 1)
})

test('the report of an altered credential does not repeat what it claims', async () => {
  const altered = await file('e.json', JSON.stringify(await issuer.credential(1)).replace('김하늘', '김바다'))
  assert.doesNotMatch((await kolleges('verify', altered)).out, /김바다/)
})

test('what a credential says cannot steer the terminal', async () => {
  const altered = JSON.stringify(await issuer.credential(1)).replace('eddsa-rdfc-2022', '\\u001b[2Jeddsa')
  const { out } = await kolleges('verify', '--explain', await file('f.json', altered))
  assert.ok(!out.includes('\u001b'))
})

test('a newer edition is asked for once, told as a check, and judged when it is one', async () => {
  const url = `${origin}/refresh/9`
  const refreshService = { id: url, type: '1EdTechCredentialRefresh' }
  const original = { ...issuer.unsigned(9), refreshService }
  const path = await file('renewable.json', await issuer.sealed(original))
  const judged = async () => {
    const [line] = linesOf((await kolleges('verify', '--json', '--at', at, path)).out)
    const refresh = line?.checks.find(({ check }) => check === 'refresh')
    return [line?.verdict, refresh?.because, (line as { credential?: { name?: string } }).credential?.name]
  }
  assert.deepEqual(await judged(), ['valid', 'refresh-unreachable', 'AI 데이터 기초'])
  serve('/refresh/9', await issuer.sealed({ ...original, name: '고친 이름' }))
  assert.deepEqual(await judged(), ['valid', 'refreshed', '고친 이름'])
  serve('/refresh/9', { ...(await issuer.sealed(original)), name: 'x' })
  assert.deepEqual(await judged(), ['valid', 'refresh-refused', 'AI 데이터 기초'])
  assert.match(
    (await kolleges('verify', '--explain', '--at', at, path)).out,
    /newest edition \(refresh-refused\)\n +url: http/,
  )
})

test('each of several signatures is told, with how many hold', async () => {
  const material = join(VECTORS, 'material.json')
  const told = async (name: string, ...form: string[]) =>
    (await kolleges('verify', ...form, '--at', at, '--material', material, join(VECTORS, name))).out
  assert.match(
    await told('co-signed.json'),
    /signed by did:web:\S+hanbit\n.*signed by did:web:\S+other\n.*every signature holds/s,
  )
  assert.match(await told('co-signed-broken.json'), /some of the signatures hold/)
  const line = JSON.parse(await told('co-signed.json', '--json')) as { proofs: object[]; agreement: string }
  assert.deepEqual([line.proofs.length, line.agreement], [2, 'all'])
})

test('words that make no sense are refused with a sentence and 2', async () => {
  for (const [words, sentence] of [
    [[], /name at least one file/],
    [['--at', 'yesterday', 'x'], /is not an instant/],
    [['--lang', 'fr', 'x'], /ko or en/],
    [['--no-such', 'x'], /--no-such/],
    [['--material', join(folder, 'absent'), 'x'], /no such file/],
  ] as const) {
    const ran = await kolleges('verify', ...words)
    assert.equal(ran.code, 2)
    assert.match(ran.err, sentence)
    assert.equal(ran.out, '')
  }
})

test('only hosts that were named, and this machine, speak for their issuers', () => {
  for (const [url, hosts, trusted] of [
    ['https://badges.hanbit.example/i/hanbit', ['badges.hanbit.example'], true],
    ['https://badges.hanbit.example/i/hanbit', [], false],
    ['https://badges.hanbit.example.evil.example/', ['badges.hanbit.example'], false],
    ['https://badges.hanbit.example:8443/', ['badges.hanbit.example:8443'], true],
    ['http://127.0.0.1:3000/', [], true],
    ['http://127.0.0.1.evil.example/', [], false],
  ] as const)
    assert.equal(isTrusted(new URL(url), hosts), trusted, url)
})

test('help names every option', async () => {
  const { out, code } = await kolleges('help')
  for (const option of ['--json', '--explain', '--trust', '--material', '--at', '--lang'])
    assert.ok(out.includes(option))
  assert.equal(code, 0)
})
