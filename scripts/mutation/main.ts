/**
 * Tries the tests: puts one small fault after another into the folders that decide whether a credential is believed, and counts those that no test
 * notices. One process at a time; `npm run mutate -- verify status/bitstring.ts` tries a part.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourcesUnder } from '../../test/sources.ts'
import type { Answer, Order } from './messages.ts'
import { type Mutant, mutantsOf } from './operators.ts'
import { plan, type Watched } from './plan.ts'
import { hashOf, percentOf, type Result, readRecord, scoreOf, survivorsOf, table, writeRecord } from './report.ts'

const ROOT = join(import.meta.dirname, '../..')
const SRC = 'credentials/src'
const FOLDERS = ['proof', 'status', 'bake', 'verify'].map((name) => `${SRC}/${name}`)
const PERCENT_MIN = 85
/** They ask a browser, other people's programs or chance, and take long to say what quicker tests say too. */
const TESTS_LEFT_OUT = [
  ...[
    'browser.test.ts',
    'other-verifiers.test.ts',
    'any-bytes.test.ts',
    'proof/oracle.test.ts',
    'proof/selective.test.ts',
  ],
].map((name) => `${SRC}/${name}`)
/** Only for what counting turns does not end; on a busy machine much may be slow that is right. */
const ANSWER_WAIT_MS = 180_000
/** Modules are never given back, so the process is. */
const ORDERS_PER_PROCESS = 150

const options = process.argv.slice(2)
const isFresh = options.includes('--fresh')
/** `--minutes=30` stops after so long: faults are tried in the order of their hashes, so what was tried until then stands for the rest. */
const minutes = Number(
  options.find((option) => option.startsWith('--minutes='))?.slice('--minutes='.length) ?? Infinity,
)
const isOver = (): boolean => performance.now() > minutes * 60_000
const wanted = options
  .filter((option) => !option.startsWith('--'))
  .map((name) => `${SRC}/${name.replace(/^credentials\/src\//, '')}`)
const texts = new Map<string, string>()
const textOf = (path: string): string => {
  const text = texts.get(path) ?? readFileSync(join(ROOT, path), 'utf8')
  texts.set(path, text)
  return text
}

const keys = new Map<Mutant, string>()
const keyOf = (mutant: Mutant): string => {
  const { path, start, end, replacement } = mutant
  const key = keys.get(mutant) ?? hashOf(path, textOf(path), String(start), String(end), replacement)
  keys.set(mutant, key)
  return key
}

let child: ChildProcess | null = null
let orders = 0

function ask(order: Order): Promise<Answer | null> {
  if (orders++ % ORDERS_PER_PROCESS === 0) dismiss()
  child ??= fork(join(import.meta.dirname, 'worker.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // The long laws in few cases: what a fault breaks shows soon.
    env: { ...globalThis.process.env, KOLLEGES_PROVE_RUNS: '40' },
  })
  const process = child
  return new Promise((resolve) => {
    const end = (answer: Answer | null): void => {
      clearTimeout(timer)
      process.removeAllListeners()
      if (answer === null) dismiss()
      resolve(answer)
    }
    const timer = setTimeout(() => end(null), ANSWER_WAIT_MS)
    process.once('message', (answer) => end(answer as Answer))
    process.once('exit', () => end(null))
    process.send(order)
  })
}

function dismiss(): void {
  child?.kill('SIGKILL')
  child = null
}

async function watchAll(): Promise<Watched[]> {
  const record = isFresh ? new Map() : readRecord<Watched['answer']>('watched')
  const sources = sourcesUnder(SRC).filter(({ isTest }) => !isTest)
  const world = sources.map(({ text }) => text).join('\n')
  const files = sourcesUnder(SRC).filter(({ path }) => path.endsWith('.test.ts') && !TESTS_LEFT_OUT.includes(path))
  const watched: Watched[] = []
  for (const { path: file, text } of files) {
    const key = hashOf(file, text, world)
    const answer = record.get(key) ?? (await ask({ do: 'watch', file, mutants: everything }))
    if (answer?.did !== 'watch') throw new Error(`${file} ended its process`)
    if (answer.fault !== undefined) {
      process.stdout.write(`${file} fails without any fault, and is left out: ${answer.fault}\n`)
      continue
    }
    record.set(key, answer)
    watched.push({ file, answer })
    writeRecord('watched', record)
  }
  return watched
}

/** What is known is kept; then what was never tried, then once more what no test noticed. */
async function tryAll(mutants: readonly Mutant[]): Promise<Result[]> {
  const record = isFresh ? new Map() : readRecord<Omit<Result, 'mutant'>>('fates')
  const fate = (mutant: Mutant): string | undefined => record.get(keyOf(mutant))?.fate
  const untried = mutants.filter((mutant) => fate(mutant) === undefined)
  const missed = mutants.filter((mutant) => ['survived', 'unreached'].includes(fate(mutant) ?? ''))
  const open = [...untried, ...missed]
  const plans = open.length > 0 && !isOver() ? plan(everything, await watchAll()) : new Map()
  for (const [at, mutant] of open.entries()) {
    if (isOver()) break
    record.set(keyOf(mutant), await fateOf(mutant, plans.get(mutant)!))
    if (at % 50 === 0) {
      process.stdout.write(`${at} of ${open.length}\n`)
      writeRecord('fates', record)
    }
  }
  writeRecord('fates', record)
  return mutants.map((mutant) => ({ mutant, ...(record.get(keyOf(mutant)) ?? { fate: 'untried' }) }))
}

async function fateOf(
  mutant: Mutant,
  selections: Extract<Order, { do: 'try' }>['selections'],
): Promise<Omit<Result, 'mutant'>> {
  if (selections.length === 0) return { fate: 'unreached' }
  const answer = await ask({ do: 'try', mutant, selections })
  if (answer?.did !== 'try') return { fate: 'killed', by: 'the process ended or did not answer' }
  return answer.outcome === 'killed' ? { fate: 'killed', by: answer.by } : { fate: answer.outcome }
}

function writeDocument(results: readonly Result[]): void {
  const path = join(ROOT, 'docs/mutation.md')
  const [before, , after] = readFileSync(path, 'utf8').split(/<!-- (?:table|end) -->\n/)
  const date = new Date().toISOString().slice(0, 10)
  writeFileSync(
    path,
    `${before}<!-- table -->\nMeasured on ${date}.\n\n${table(FOLDERS, results)}\n<!-- end -->\n${after}`,
  )
}

const everything = sourcesUnder(SRC)
  .filter(({ path, isTest }) => !isTest && FOLDERS.some((folder) => path.startsWith(`${folder}/`)))
  .flatMap(({ path, text }) => mutantsOf(path, text))
const mutants = everything
  .filter(({ path }) => wanted.length === 0 || wanted.some((prefix) => path.startsWith(prefix)))
  .map((mutant) => ({ mutant, key: keyOf(mutant) }))
  .sort((a, b) => (a.key < b.key ? -1 : 1))
  .map(({ mutant }) => mutant)
process.stdout.write(`${mutants.length} of ${everything.length} faults\n`)
const results = await tryAll(mutants)
dismiss()
for (const line of survivorsOf(results, textOf)) process.stdout.write(`${line}\n`)
process.stdout.write(`${table(FOLDERS, results)}\n`)
if (wanted.length === 0) writeDocument(results)
const scores = FOLDERS.map((folder) =>
  scoreOf(
    folder,
    results.filter(({ mutant }) => mutant.path.startsWith(`${folder}/`)),
  ),
)
process.exitCode = scores.some((score) => percentOf(score) < PERCENT_MIN) ? 1 : 0
