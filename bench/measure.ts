// Races contenders against each other in turns, so that a busy machine slows all of them alike.

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

export interface Contender {
  readonly name: string
  /** Does the work `count` times. */
  readonly run: (count: number) => void | Promise<void>
}

export interface Pace {
  readonly rounds: number
  readonly roundMs: number
  /** Of each contender before the first round. */
  readonly warmUpMs: number
}

/** Operations in a second of processor time: the middle of all rounds, and the spread. */
export interface Speed {
  readonly median: number
  readonly min: number
  readonly max: number
}

export const QUICK: Pace = { rounds: 5, roundMs: 60, warmUpMs: 700 }
export const THOROUGH: Pace = { rounds: 9, roundMs: 400, warmUpMs: 2_000 }

/** Speeds by contender, measured in alternating rounds after a warm-up of each. */
export async function race(contenders: readonly Contender[], pace: Pace): Promise<Map<string, Speed>> {
  const counts = new Map<string, number>()
  for (const contender of contenders) counts.set(contender.name, await calibrate(contender, pace))
  const speeds = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < pace.rounds; round++)
    for (const contender of contenders) {
      const count = counts.get(contender.name)!
      speeds.get(contender.name)!.push((count * 1_000) / (await timed(contender, count)))
    }
  return new Map([...speeds].map(([name, each]) => [name, speedOf(each)]))
}

export function speedOf(each: readonly number[]): Speed {
  const sorted = [...each].sort((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)]!, min: sorted[0]!, max: sorted.at(-1)! }
}

// Each turn begins with the young garbage swept: one contender's is not another's to sweep. A full collection would cool every cache.
setFlagsFromString('--expose-gc')
setFlagsFromString('--no-flush-bytecode') // or a collection between turns would send every contender back to be compiled anew
const collect: (options: { type: 'minor' }) => void = runInNewContext('gc')

// Processor time, not time on the wall: what else the machine does is nobody's merit or fault.
async function timed({ run }: Contender, count: number): Promise<number> {
  collect({ type: 'minor' })
  const started = process.cpuUsage()
  await run(count)
  const { user, system } = process.cpuUsage(started)
  return Math.max(0.001, (user + system) / 1_000)
}

/** Of this thread's own work. */
export function millisSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(started)
  return (user + system) / 1_000
}

// Doubles the work until one run takes a quarter of a round, having first run long enough for the compiler to have settled.
async function calibrate(contender: Contender, { roundMs, warmUpMs }: Pace): Promise<number> {
  const started = performance.now()
  for (let count = 1; ; ) {
    const took = await timed(contender, count)
    const isWarm = performance.now() - started >= warmUpMs
    if (isWarm && took >= roundMs / 4) return Math.max(1, Math.ceil((count * roundMs) / took))
    if (took < roundMs / 4) count *= 2
  }
}
