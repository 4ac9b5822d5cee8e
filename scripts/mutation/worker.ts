/** Tries faults: imports tests with one file changed, every module above it fresh, and says whether a test noticed. */
import { readFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { sourcesUnder } from '../../test/sources.ts'
import { type CollectedTest, context, takeTests } from './collected.ts'
import type { Answer, Order, Selection, WatchedTest } from './messages.ts'
import { countingLoops, type Mutant, withFault } from './operators.ts'

const ROOT = join(import.meta.dirname, '../..')
const PACKAGE = 'credentials/'
/** The longest honest run of all tests together stays under a tenth of it. */
const TURNS_MAX = 30_000_000

// The same random cases each time, and no search for a smaller one: that some case fails is all we ask.
fc.configureGlobal({ seed: 1, endOnFailure: true })

const importers = importersOf()
const plain = new Map<string, string>()
let generation = 0
let fresh: ReadonlySet<string> | null = null
let changed: { readonly path: string; readonly text: string } | null = null
let isWatching = false
let turns = 0
let escaped: unknown

Object.assign(globalThis, {
  countTurn(): void {
    if (++turns > TURNS_MAX) throw new Error('an endless loop')
  },
})
process.on('unhandledRejection', (reason) => {
  escaped = reason
})

registerHooks({
  resolve(specifier, at, next) {
    const isOurs = at.parentURL !== undefined && pathOf(at.parentURL)?.startsWith(PACKAGE) === true
    if (specifier === 'node:test' && isOurs) return next(new URL('collected.ts', import.meta.url).href, at)
    const found = next(specifier, at)
    const path = pathOf(found.url)
    return path?.startsWith(PACKAGE) && path.endsWith('.ts') && (!fresh || fresh.has(path))
      ? { ...found, url: `${pathToFileURL(join(ROOT, path)).href}?generation=${generation}` }
      : found
  },
  load(url, at, next) {
    const path = pathOf(url)
    if (!path?.startsWith(PACKAGE) || !path.endsWith('.ts')) return next(url, at)
    return { format: 'module', source: path === changed?.path ? changed.text : plainSource(path), shortCircuit: true }
  },
})

function pathOf(url: string): string | null {
  if (!url.startsWith('file:')) return null
  const path = fileURLToPath(url.split('?')[0]!)
  return path.startsWith(`${ROOT}/`) ? path.slice(ROOT.length + 1) : null
}

// Stripped of types every place in the text stays where it was, as long as no loop is counted.
function plainSource(path: string): string {
  const key = `${path} ${isWatching}`
  const known = plain.get(key)
  if (known !== undefined) return known
  const text = readFileSync(join(ROOT, path), 'utf8')
  const source = stripTypeScriptTypes(isWatching || !path.includes('/src/') ? text : countingLoops(text))
  plain.set(key, source)
  return source
}

function importersOf(): ReadonlyMap<string, ReadonlySet<string>> {
  const direct = new Map<string, string[]>()
  for (const { path, imports } of sourcesUnder(PACKAGE.slice(0, -1)))
    for (const { file } of imports) if (file) direct.set(file, [...(direct.get(file) ?? []), path])
  const all = new Map<string, ReadonlySet<string>>()
  for (const path of direct.keys()) {
    const above = new Set([path])
    for (const each of above) for (const importer of direct.get(each) ?? []) above.add(importer)
    all.set(path, above)
  }
  return all
}

async function importTests(file: string): Promise<CollectedTest[]> {
  takeTests()
  await import(`${pathToFileURL(join(ROOT, file)).href}?generation=${generation}`)
  return takeTests()
}

async function run({ body }: CollectedTest): Promise<void> {
  await body(context)
  // A rejection that nobody awaited shows itself only after the jobs at hand.
  await new Promise((done) => setImmediate(done))
  if (escaped !== undefined) throw escaped
}

async function tryFault(mutant: Mutant, selections: readonly Selection[]): Promise<Answer> {
  const faulty = withFault(readFileSync(join(ROOT, mutant.path), 'utf8'), mutant)
  if (faulty === null) return { did: 'try', outcome: 'invalid' }
  begin(importers.get(mutant.path) ?? new Set())
  changed = { path: mutant.path, text: stripTypeScriptTypes(faulty) }
  for (const { file, tests } of selections) {
    let name = `${file} (import)`
    try {
      const collected = await importTests(file)
      for (const at of tests) {
        name = collected[at]?.name ?? `${file} (a test is gone)`
        await run(collected[at]!)
      }
    } catch {
      return { did: 'try', outcome: 'killed', by: name }
    }
  }
  return { did: 'try', outcome: 'survived' }
}

function begin(above: ReadonlySet<string> | null): void {
  generation++
  fresh = above
  turns = 0
  escaped = undefined
}

const session = new Session()

interface Coverage {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly { readonly ranges: readonly Range[] }[]
  }[]
}
interface Range {
  readonly startOffset: number
  readonly endOffset: number
  readonly count: number
}

async function watch(file: string, mutants: readonly Mutant[]): Promise<Answer> {
  isWatching = true
  begin(null)
  changed = null
  session.connect()
  await post('Profiler.enable')
  await post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const tests: WatchedTest[] = []
  try {
    const collected = await importTests(file)
    const reachedByImport = await reached(mutants)
    for (const test of collected) {
      const started = process.cpuUsage()
      await run(test)
      const { user, system } = process.cpuUsage(started)
      tests.push({ name: test.name, ms: (user + system) / 1_000, reached: await reached(mutants) })
    }
    return { did: 'watch', tests, reachedByImport }
  } catch (error) {
    return { did: 'watch', fault: String((error as Error).stack), tests, reachedByImport: [] }
  } finally {
    session.disconnect()
    isWatching = false
  }
}

/** Since the last question. The innermost range around a place tells how often it was passed. */
async function reached(mutants: readonly Mutant[]): Promise<number[]> {
  const { result } = (await post('Profiler.takePreciseCoverage')) as Coverage
  const ranges = new Map<string, Range[]>()
  for (const { url, functions } of result) {
    const path = pathOf(url)
    if (path) ranges.set(path, [...(ranges.get(path) ?? []), ...functions.flatMap((each) => each.ranges)])
  }
  return mutants.flatMap(({ path, start, end }, at) => {
    const around = (ranges.get(path) ?? []).filter((range) => range.startOffset <= start && end <= range.endOffset)
    const innermost = around.sort((a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset))[0]
    return innermost && innermost.count > 0 ? [at] : []
  })
}

const post = (method: string, parameters: object = {}): Promise<unknown> =>
  new Promise((resolve, reject) =>
    session.post(method, parameters, (error, result) => (error ? reject(error) : resolve(result))),
  )

process.on('message', async (order: Order) => {
  const answer =
    order.do === 'watch' ? await watch(order.file, order.mutants) : await tryFault(order.mutant, order.selections)
  process.send!(answer)
})
