/** Every rule set that the demo shows can be read, and is fit to be published, once its courses have ids. */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { NewAchievement } from '@kolleges/api'
import { parseRule } from '@kolleges/requirements'
import { programmeOf, readFixture, SCHOOLS } from './demo-programmes.ts'

const shown = SCHOOLS.flatMap((school) => school.programmes.map((name) => ({ school, name })))

for (const { school, name } of shown)
  test(`${name} stands as a programme of ${school.name.en}`, () => {
    const programme = programmeOf(readFixture(name), school)
    for (const achievement of [programme.goal, ...programme.courses.values()]) NewAchievement.parse(achievement)
    const ids = new Map([...programme.courses.keys()].map((course, at) => [course, `00000000-0000-7000-8000-${at}`]))
    const rule = programme.ruleWith(ids)
    const parsed = parseRule(rule)
    assert.equal(parsed.outcome, 'parsed', JSON.stringify(parsed))
    for (const course of programme.courses.keys()) assert.ok(!JSON.stringify(rule).includes(`"badge":"${course}"`))
    assert.ok(programme.awards.every(({ course }) => programme.courses.has(course)))
  })

test('every rule set of the vectors is shown, but the one that only shows the language', () => {
  const all = readdirSync(join(import.meta.dirname, '../../vectors/rules')).map((file) => file.replace('.json', ''))
  const names = new Set(shown.map(({ name }) => name))
  assert.deepEqual(
    all.filter((name) => !names.has(name)),
    ['big-data-in-full'],
  )
})
