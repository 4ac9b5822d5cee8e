import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const ROOT = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'kolleges-evaluate-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, value: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(value))
  return path
}

const kolleges = (...words: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, 'cli/src/main.ts'), 'evaluate', ...words], (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    )
  })

const fixture = JSON.parse(readFileSync(join(ROOT, 'vectors/rules/overlap-with-major.json'), 'utf8')) as {
  rule: unknown
  learners: { at: string; expect: { outcome: string; credits: number; counted: string[] } }[]
}

test('it prints the outcome, the credits, what was counted, the trace and the letter, and nothing else', async () => {
  const [learner] = fixture.learners
  const [rule, holdings] = [write('rule.json', fixture.rule), write('holdings.json', learner)]
  const { code, out } = await kolleges('--rule', rule, '--holdings', holdings, '--at', learner!.at, '--lang', 'en')
  const answer = JSON.parse(out) as Record<string, unknown>
  assert.deepEqual(Object.keys(answer), ['outcome', 'credits', 'counted', 'trace', 'text'])
  const { outcome, credits, counted } = answer
  assert.deepEqual({ outcome, credits, counted }, learner!.expect)
  assert.equal(code, 0)
})

test('a rule that cannot be read is refused with the place and the reason', async () => {
  const rule = write('thirds.json', { credits: { min: 1 / 3 } })
  const { code, out, err } = await kolleges('--rule', rule, '--holdings', write('none.json', []), '--lang', 'ko')
  assert.deepEqual([code, out], [2, ''])
  assert.match(err, /#\/credits\/min: not-a-half-point: 학점은 0\.5 단위로만 쓸 수 있습니다\./)
})
