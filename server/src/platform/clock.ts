/** The clock of the machine, in whole seconds. */
import type { Clock, Instant } from './ports.ts'

export const systemClock: Clock = {
  now: () => instantOf(new Date()),
  after: (seconds, from) => shift(from ?? instantOf(new Date()), seconds),
}

export const instantOf = (date: Date): Instant => `${date.toISOString().slice(0, 19)}Z` as Instant

/** Reads RFC 3339 with a zone, as a caller sends it; `undefined` when it is not one. */
export function parseInstant(text: string): Instant | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text)) return undefined
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? undefined : instantOf(date)
}

export const shift = (from: Instant, seconds: number): Instant =>
  instantOf(new Date(new Date(from).getTime() + seconds * 1000))
