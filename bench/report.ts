// Says the figures to a person as a table, to a machine as JSON.

import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
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
  readonly goal?: string
  readonly note?: string
}

/** Compares our speed with the rival's and the limit's of the same race. */
export function resultOf(
  id: string,
  speeds: ReadonlyMap<string, Speed>,
  extra: { fallbacks?: number; goal?: string; note?: string; unit?: string } = {},
): CaseResult {
  const ours = speeds.get('ours')!
  const rival = speeds.get('rival')
  const limit = speeds.get('limit')
  const { fallbacks = null, unit = '1/s', ...rest } = extra
  return {
    id,
    unit,
    ...ours,
    ratioToRival: rival ? ours.median / rival.median : null,
    fractionOfLimit: limit ? ours.median / limit.median : null,
    fallbacks,
    ...(limit && limit.max > limit.min * 1.5 ? { isUnsteady: true } : {}),
    ...rest,
  }
}

const WIDTHS = [22, 12, 24, 9, 8, 10]

export function print(results: readonly CaseResult[]): void {
  process.stdout.write('Speeds are per second of processor time; threads are measured by the clock.\n')
  row(['case', 'median', 'min .. max', '× rival', 'of limit', 'fallbacks'], 'goal')
  for (const result of results) {
    const { id, unit, median, min, max, ratioToRival, fractionOfLimit, fallbacks, goal = '', note = '' } = result
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
    row(cells, [goal, note, result.isUnsteady ? 'UNSTEADY: no verdict' : ''].filter(Boolean).join('; '))
  }
}

const row = (cells: readonly string[], rest: string): void => {
  process.stdout.write(
    `${cells.map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[at]!) : cell.padStart(WIDTHS[at]!))).join(' ')}  ${rest}\n`,
  )
}

const figure = (value: number | null): string =>
  value === null ? '' : value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3)

export function writeJson(path: string, results: readonly CaseResult[], dataSha256: string): void {
  const version = (name: string): string =>
    JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
  const versions = Object.fromEntries(
    ['@digitalbazaar/vc', 'jsonld', 'rdf-canonize'].map((name) => [name, version(name)]),
  )
  const cpu = `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}`
  writeFileSync(
    path,
    `${JSON.stringify({ node: process.version, cpu, versions, dataSha256, cases: results }, null, 1)}\n`,
  )
}
