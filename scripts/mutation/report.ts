/** Writes what became of the faults: a table for readers, and a record that spares what is already known. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Mutant } from './operators.ts'

export type Fate = 'killed' | 'survived' | 'unreached' | 'invalid' | 'untried'

export interface Result {
  readonly mutant: Mutant
  readonly fate: Fate
  readonly by?: string
}

const ROOT = join(import.meta.dirname, '../..')

/** Names a fault, or a test, together with every text that decides about it: a changed file is tried anew. */
export const hashOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex')

const recordPath = (name: string): string => join(ROOT, `node_modules/.cache/mutation-${name}.json`)

export const readRecord = <T>(name: string): Map<string, T> =>
  existsSync(recordPath(name)) ? new Map(JSON.parse(readFileSync(recordPath(name), 'utf8'))) : new Map()

export function writeRecord(name: string, record: ReadonlyMap<string, object>): void {
  mkdirSync(dirname(recordPath(name)), { recursive: true })
  writeFileSync(recordPath(name), JSON.stringify([...record]))
}

interface Score {
  readonly name: string
  readonly killed: number
  readonly survived: number
  readonly unreached: number
  readonly untried: number
}

export const scoreOf = (name: string, results: readonly Result[]): Score => ({
  name,
  killed: results.filter(({ fate }) => fate === 'killed').length,
  survived: results.filter(({ fate }) => fate === 'survived').length,
  unreached: results.filter(({ fate }) => fate === 'unreached').length,
  untried: results.filter(({ fate }) => fate === 'untried').length,
})

export const percentOf = ({ killed, survived, unreached }: Score): number =>
  killed + survived + unreached === 0 ? 100 : (100 * killed) / (killed + survived + unreached)

const isTried = ({ killed, survived, unreached }: Score): boolean => killed + survived + unreached > 0

const row = (score: Score): string =>
  `| ${score.name} | ${score.killed + score.survived + score.unreached + score.untried} | ${score.killed + score.survived + score.unreached} | ${score.killed} | ${score.survived} | ${score.unreached} | ${isTried(score) ? `${percentOf(score).toFixed(1)} %` : '—'} |`

export function table(folders: readonly string[], results: readonly Result[]): string {
  const of = (prefix: string): Result[] => results.filter(({ mutant }) => mutant.path.startsWith(prefix))
  const files = [...new Set(results.map(({ mutant }) => mutant.path))].sort()
  return [
    '| | faults | tried | noticed | not noticed | never reached | score |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...folders.map((folder) => row(scoreOf(`**${folder}**`, of(`${folder}/`)))),
    ...files.map((file) => row(scoreOf(file.replace('credentials/src/', ''), of(file)))),
  ].join('\n')
}

export const survivorsOf = (results: readonly Result[], textOf: (path: string) => string): string[] =>
  results
    .filter(({ fate }) => fate === 'survived' || fate === 'unreached')
    .map(({ mutant, fate }) => {
      const { path, line, start, end, operator, replacement } = mutant
      const found = textOf(path).slice(start, end).replaceAll(/\s+/g, ' ').slice(0, 90)
      return `${path}:${line} ${operator}${fate === 'unreached' ? ' (never reached)' : ''}: ${found} → ${replacement.replaceAll(/\s+/g, ' ').slice(0, 90)}`
    })
