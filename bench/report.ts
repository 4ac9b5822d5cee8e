// Says the figures to a person as a table, to a machine as JSON.

import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { type Goal, word } from './goals.ts'
import type { Speed } from './measure.ts'

export interface CaseResult {
  readonly id: string
  readonly unit: string
  readonly median: number | null
  readonly min: number | null
  readonly max: number | null
  readonly ratioToRival: number | null
  readonly fractionOfLimit: number | null
  readonly fallbacks: number | null
  /** The limit itself moved by more than 1.5 between rounds: read no verdict from this line. */
  readonly isUnsteady?: boolean
  readonly goals?: readonly Goal[]
  readonly note?: string
}

type Judge = (result: CaseResult) => readonly Goal[]

/** Compares our speed with the rival's and the limit's of the same race. */
export function resultOf(
  id: string,
  speeds: ReadonlyMap<string, Speed>,
  extra: { fallbacks?: number; goals?: Judge; note?: string; unit?: string } = {},
): CaseResult {
  const ours = speeds.get('ours')!
  const rival = speeds.get('rival')
  const limit = speeds.get('limit')
  const { fallbacks = null, unit = '1/s', note, goals } = extra
  const result: CaseResult = {
    id,
    unit,
    ...ours,
    ratioToRival: rival ? ours.median / rival.median : null,
    fractionOfLimit: limit ? ours.median / limit.median : null,
    fallbacks,
    ...(limit && limit.max > limit.min * 1.5 ? { isUnsteady: true } : {}),
    ...(note === undefined ? {} : { note }),
  }
  return judged(result, goals)
}

/** An unsteady limit spoils fractions of it, and nothing else. */
const judged = (result: CaseResult, goals: Judge = () => []): CaseResult => ({
  ...result,
  goals: goals({ ...result, fractionOfLimit: result.isUnsteady ? null : result.fractionOfLimit }),
})

/** What has neither rival nor limit: milliseconds, bytes, a speed by the clock. */
export const timesOf = (
  id: string,
  { median, min, max }: Speed,
  extra: { unit?: string; fallbacks?: number; goals?: readonly Goal[]; note?: string } = {},
): CaseResult => {
  const { unit = 'ms', fallbacks = null, ...rest } = extra
  return { id, unit, median, min, max, ratioToRival: null, fractionOfLimit: null, fallbacks, ...rest }
}

export const notRun = (id: string, unit: string, note: string): CaseResult => ({
  ...{ id, unit, median: null, min: null, max: null, ratioToRival: null, fractionOfLimit: null, fallbacks: null },
  note,
})

const WIDTHS = [22, 12, 24, 9, 8, 10]

export function print(results: readonly CaseResult[]): void {
  process.stdout.write(
    'Races and evaluations are in processor time; threads, drawings, the server and its pages by the clock.\n',
  )
  row(['case', 'median', 'min .. max', '× rival', 'of limit', 'fallbacks'], 'goals')
  for (const result of results) {
    const { id, unit, median, min, max, ratioToRival, fractionOfLimit, fallbacks, goals = [], note = '' } = result
    const spread = min === null || max === null ? '' : `${figure(min)} .. ${figure(max)}`
    const middle = median === null ? 'not run' : `${figure(median)} ${unit}`
    const cells = [
      id,
      middle,
      spread,
      figure(ratioToRival),
      figure(fractionOfLimit),
      fallbacks === null ? '' : String(fallbacks),
    ]
    const verdicts = goals.map((goal) => `${goal.says.trim()}: ${word(goal)}`)
    row(
      cells,
      [...verdicts, note, result.isUnsteady ? 'UNSTEADY: the limit itself moved' : ''].filter(Boolean).join('; '),
    )
  }
  summary(results)
}

function summary(results: readonly CaseResult[]): void {
  const all = results.flatMap(({ id, goals = [] }) => goals.map((goal) => ({ id, goal })))
  const count = (isMet: boolean | null): number => all.filter(({ goal }) => goal.isMet === isMet).length
  process.stdout.write(`\nGoals: ${count(true)} met, ${count(false)} missed, ${count(null)} without a verdict\n`)
  for (const { id, goal } of all)
    if (goal.isMet !== true) process.stdout.write(`  ${word(goal).padEnd(10)} ${id.padEnd(22)} ${goal.says}\n`)
}

const row = (cells: readonly string[], rest: string): void => {
  process.stdout.write(
    `${cells.map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[at]!) : cell.padStart(WIDTHS[at]!))).join(' ')}  ${rest}\n`,
  )
}

const figure = (value: number | null): string =>
  value === null ? '' : value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3)

/** The same figures for machines, and nothing beside them. */
export function writeJson(path: string, results: readonly CaseResult[]): void {
  const version = (name: string): string =>
    JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
  const versions = Object.fromEntries(
    ['@digitalbazaar/vc', 'jsonld', 'rdf-canonize'].map((name) => [name, version(name)]),
  )
  const cpu = `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}`
  const cases = results.map(({ id, unit, median, min, max, ratioToRival, fractionOfLimit, fallbacks }) => ({
    ...{ id, unit, median, min, max, ratioToRival, fractionOfLimit, fallbacks },
  }))
  writeFileSync(path, `${JSON.stringify({ node: process.version, cpu, versions, cases }, null, 1)}\n`)
}
