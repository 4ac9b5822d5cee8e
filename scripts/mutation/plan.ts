/** Chooses the tests that could notice a fault: those that pass its place, its own file's first, then its folder's and the quickest. */
import { basename, dirname } from 'node:path'
import type { Answer, Selection } from './messages.ts'
import type { Mutant } from './operators.ts'

export interface Watched {
  readonly file: string
  readonly answer: Extract<Answer, { did: 'watch' }>
}

/** Processor time for one fault. What these tests do not notice counts as not noticed, whatever slower ones would say. */
const COST_MS_MAX = 1_200
const IMPORT_MS = 60

/** What is decided while a module loads concerns every test that loads it; elsewhere only tests that pass the place do. */
export function plan(mutants: readonly Mutant[], watched: readonly Watched[]): Map<Mutant, Selection[]> {
  const direct = mutants.map((): Map<string, number[]> => new Map())
  const loading = mutants.map((): string[] => [])
  const costs = new Map(watched.map(({ file, answer }) => [file, answer.tests.map(({ ms }) => ms)]))
  for (const { file, answer } of watched) {
    for (const at of answer.reachedByImport) loading[at]!.push(file)
    for (const [test, { reached }] of answer.tests.entries())
      for (const at of reached) direct[at]!.set(file, [...(direct[at]!.get(file) ?? []), test])
  }
  return new Map(
    mutants.map((mutant, at) => {
      const passing = [...direct[at]!].map(([file, tests]): Selection => ({ file, tests }))
      const others = loading[at]!.filter((file) => !direct[at]!.has(file)).map(
        (file): Selection => ({ file, tests: costs.get(file)!.map((_, test) => test) }),
      )
      return [mutant, affordable([...inOrder(mutant, passing, costs), ...inOrder(mutant, others, costs)], costs)]
    }),
  )
}

type Costs = ReadonlyMap<string, readonly number[]>

// First the tests of its own name, then those of its own folder: they were written with it in mind.
function inOrder({ path }: Mutant, selections: readonly Selection[], costs: Costs): Selection[] {
  const distance = ({ file }: Selection): number =>
    dirname(file) !== dirname(path) ? 2 : basename(file, '.test.ts') === basename(path, '.ts') ? 0 : 1
  const mean = ({ file, tests }: Selection): number =>
    tests.reduce((sum, at) => sum + costs.get(file)![at]!, 0) / tests.length
  return [...selections].sort((a, b) => distance(a) - distance(b) || mean(a) - mean(b))
}

/** Of each file the cheapest tests, as long as the budget lasts. */
function affordable(selections: readonly Selection[], costs: Costs): Selection[] {
  let spent = 0
  return selections.flatMap(({ file, tests }) => {
    const cost = (at: number): number => costs.get(file)![at]!
    spent += IMPORT_MS
    const kept = [...tests]
      .sort((a, b) => cost(a) - cost(b))
      .filter((at) => {
        if (spent + cost(at) > COST_MS_MAX) return false
        spent += cost(at)
        return true
      })
    return kept.length > 0 ? [{ file, tests: kept.sort((a, b) => a - b) }] : []
  })
}
