/** What the process that tries faults is told, and what it answers. */
import type { Mutant } from './operators.ts'

/** Which tests of a file to run, by their places in it. */
export interface Selection {
  readonly file: string
  readonly tests: readonly number[]
}

export type Order =
  | { readonly do: 'watch'; readonly file: string; readonly mutants: readonly Mutant[] }
  | { readonly do: 'try'; readonly mutant: Mutant; readonly selections: readonly Selection[] }

/** How much processor time a test took, and which faults lie on its way, by their places in the list. */
export interface WatchedTest {
  readonly name: string
  readonly ms: number
  readonly reached: readonly number[]
}

export type Answer =
  | {
      readonly did: 'watch'
      readonly fault?: string
      readonly tests: readonly WatchedTest[]
      readonly reachedByImport: readonly number[]
    }
  | { readonly did: 'try'; readonly outcome: 'killed'; readonly by: string }
  | { readonly did: 'try'; readonly outcome: 'survived' | 'invalid' }
