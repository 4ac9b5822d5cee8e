/** Stands in for node:test while faults are tried: tests are collected, and run one by one when asked for. */

type Body = (context: object) => unknown

export interface CollectedTest {
  readonly name: string
  readonly body: Body
}

let tests: CollectedTest[] = []

/** What was collected since the last call. */
export function takeTests(): CollectedTest[] {
  const taken = tests
  tests = []
  return taken
}

export function test(name: string, ...rest: readonly unknown[]): void {
  const body = rest.find((each): each is Body => typeof each === 'function')
  const skipped = rest.some(
    (each) => typeof each === 'object' && each !== null && 'skip' in each && each.skip !== false,
  )
  if (body && !skipped) tests.push({ name, body })
}
export default test

/** A test within a test runs where it stands. */
export const context = {
  test: async (_name: string, body: Body): Promise<void> => void (await body(context)),
  diagnostic: (): void => {},
  skip: (): void => {},
}
