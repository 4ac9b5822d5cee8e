// The rule sets of real programmes, each with learners who pass, fail by one condition, and tie; UPDATE=1 writes the letters anew.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { evaluate, letterOf, lint, missingStandings, parseHoldings, parseRule, type Titles } from './index.ts'

const FOLDER = join(import.meta.dirname, '../../vectors/rules')

interface Fixture {
  about: { ko: string; en: string }
  titles: Titles
  rule: unknown
  learners: Learner[]
}
interface Named {
  achievement: string
  awardedAt: string
}
interface Learner {
  learner: string
  at: string
  holdings: Named[]
  expect: { outcome: string; credits: number; counted: string[] }
  /** Two badges that serve equally well: the one that is counted, and the one that is not. */
  tie?: { counted: Named; instead: Named }
  letter?: { ko: string[]; en: string[] }
  [circumstance: string]: unknown
}

const KNOWN = ['learner', 'at', 'holdings', 'expect', 'tie', 'letter', 'decisions', 'semesters', 'enrolledAt']

const judge = (rule: unknown, { holdings, at, ...rest }: Learner, titles: Titles) => {
  const parsed = parseRule(rule)
  const held = parseHoldings({ holdings, ...rest })
  assert.ok(parsed.outcome === 'parsed' && held.outcome === 'parsed', JSON.stringify([parsed, held]))
  const result = evaluate(parsed.rule, held.holdings, { at, circumstances: held.circumstances })
  assert.ok(result.outcome === 'evaluated')
  const { outcome, credits, counted, progress } = result.evaluation
  return {
    progress,
    /** The learner's own entries, whichever way they were sorted. */
    used: counted.map(({ index }) => holdings[index]),
    missing: missingStandings(result.evaluation.standing).length,
    found: { outcome, credits, counted: counted.map(({ achievement }) => achievement) },
    letter: {
      ko: letterOf(result.evaluation, 'ko', titles).split('\n'),
      en: letterOf(result.evaluation, 'en', titles).split('\n'),
    },
  }
}

const entryOf = ({ holdings }: Learner, wanted: Named | undefined): Named | undefined =>
  holdings.find((one) => one.achievement === wanted?.achievement && one.awardedAt === wanted.awardedAt)

for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.json'))) {
  const path = join(FOLDER, name)
  const fixture = JSON.parse(readFileSync(path, 'utf8')) as Fixture

  test(`${name}: the rule may be published`, () => {
    const parsed = parseRule(fixture.rule)
    assert.ok(parsed.outcome === 'parsed', JSON.stringify(parsed))
    assert.deepEqual(lint(parsed.rule), [])
  })

  for (const learner of fixture.learners) {
    test(`${name}: ${learner.learner} is judged as the registrar would`, () => {
      assert.deepEqual(
        Object.keys(learner).filter((key) => !KNOWN.includes(key)),
        [],
      )
      const { found, letter } = judge(fixture.rule, learner, fixture.titles)
      assert.deepEqual(found, learner.expect, letter.en.join('\n'))
      if (process.env.UPDATE) learner.letter = letter
      else assert.deepEqual(letter, learner.letter)
      const reversed = { ...learner, holdings: learner.holdings.toReversed() }
      assert.deepEqual(judge(fixture.rule, reversed, fixture.titles).found, found)
    })
  }
  test(`${name}: somebody passes, somebody fails by one condition alone`, () => {
    const missing = fixture.learners.map((learner) => judge(fixture.rule, learner, fixture.titles).missing)
    assert.ok(missing.includes(0) && missing.includes(1), missing.join())
  })
  const tied = fixture.learners.filter(({ tie }) => tie !== undefined)
  test(`${name}: of two badges that serve equally well the same one is always counted`, () => {
    assert.ok(tied.length > 0, 'somebody ties')
    for (const learner of tied) {
      const [wanted, other] = [learner.tie?.counted, learner.tie?.instead].map((one) => entryOf(learner, one))
      for (const holdings of [learner.holdings, learner.holdings.toReversed()]) {
        const { used } = judge(fixture.rule, { ...learner, holdings }, fixture.titles)
        assert.ok(wanted && other && used.includes(wanted) && !used.includes(other), learner.learner)
      }
      // And it is a tie: without the one that is counted, the other brings the learner just as far.
      const [both, alone] = [learner.holdings, learner.holdings.filter((one) => one !== wanted)].map((holdings) =>
        judge(fixture.rule, { ...learner, holdings }, fixture.titles),
      )
      assert.ok(other && alone?.used.includes(other), learner.learner)
      assert.deepEqual(
        [alone?.found.outcome, alone?.found.credits, alone?.progress],
        [both?.found.outcome, both?.found.credits, both?.progress],
      )
    }
  })
  test(`${name}: the letters are written down`, () => {
    if (process.env.UPDATE) writeFileSync(path, `${JSON.stringify(fixture, null, 2)}\n`)
  })
}
