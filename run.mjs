// The one door to everything: installs when the lock changed, then starts, demonstrates, checks, tests or measures.
// Plain JavaScript, because it must run on the Node that a machine happens to have (18 or newer).
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { setPriority, constants as system } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode } from './server/bin/launch.mjs'

const ROOT = fileURLToPath(new URL('.', import.meta.url))
const PACKAGES = ['credentials', 'design', 'requirements', 'api', 'server', 'console', 'cli']
const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

const commands = { start, demo, test, check, bench, prove, covered, mutate, vectors, templates }

const [name = 'start', ...rest] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (!command) {
  say(`There is no command ${name}. There are: ${Object.keys(commands).join(', ')}.`)
  process.exit(2)
}
ensureInstalled()
const node = findNode(ROOT)
process.exit(await command(rest))

async function start(args) {
  buildConsole()
  return run(node, ['server/src/main.ts', ...args])
}

async function demo(args) {
  buildConsole()
  const data = process.env.KOLLEGES_DATA ?? join(ROOT, 'demo-data')
  return run(node, ['server/src/demo.ts', ...args], { KOLLEGES_DATA: data })
}

async function bench(args) {
  buildConsole()
  return run(node, ['bench/main.ts', ...args])
}

/** The long runs: a hundred thousand random cases of each law beside the reference processor and of the choice of badges beside brute force, ten thousand races for a micro-degree; then full branch coverage. */
async function prove() {
  const laws = [
    'credentials/src/proof/compiled/*.test.ts',
    'credentials/src/proof/rdf/*.test.ts',
    'requirements/src/evaluate.test.ts',
    'server/src/pathways/racing.test.ts',
  ]
  const runs = { KOLLEGES_PROVE_RUNS: process.env.KOLLEGES_PROVE_RUNS ?? '100000' }
  return (await run(node, ['--test', ...laws], runs)) || covered()
}

async function covered() {
  return run(node, ['scripts/covered.ts'])
}

/** Hours of processor time taken from nobody: one process, and only while no other wants the machine. */
async function mutate(args) {
  setPriority(19)
  return run(node, ['--disable-warning=ExperimentalWarning', 'scripts/mutation/main.ts', ...args])
}

async function vectors(args) {
  return run(node, ['credentials/test/canonical-vectors.ts', ...args])
}

/** The contact sheets of every template in three brands: badges at 600 and 64 px, certificates at a size to be read. */
async function templates(args) {
  return run(node, ['design/scripts/contact-sheet.ts', ...args])
}

async function check() {
  const judged = checkTypesAndStyle()
  return (await run(node, ['--test', 'tidy.test.ts'])) || judged
}

async function test(args) {
  const judged = checkTypesAndStyle()
  if (judged !== 0) return judged
  buildConsole()
  const chromium = findChromium()
  if (!chromium) sayWithoutChromium()
  return run(node, ['server/test/run-tests.ts', ...args], chromium ? { CHROMIUM_PATH: chromium } : {})
}

/** Runs each and says all faults, not only the first tool's. */
function checkTypesAndStyle() {
  const projects = [...PACKAGES.filter((name) => existsSync(join(ROOT, name, 'tsconfig.json'))), '.']
  const faults = projects.filter((project) => !passes(`types of ${project}`, 'typescript/bin/tsc', typeCheck(project)))
  const style = passes('style', '@biomejs/biome/bin/biome', ['check', '--diagnostic-level=error', '.'])
  return faults.length === 0 && style ? 0 : 1
}

/** What did not change since the last check is not checked again: two seconds instead of ten. */
function typeCheck(project) {
  const memory = join(ROOT, 'node_modules', '.cache', `types-${project === '.' ? 'root' : project}.json`)
  return ['-p', project, '--incremental', '--tsBuildInfoFile', memory]
}

function passes(what, program, args) {
  const done = spawnSync(node, [join('node_modules', program), ...args], { cwd: ROOT, encoding: 'utf8' })
  say(`${done.status === 0 ? 'ok  ' : 'FAIL'} ${what}`)
  if (done.status !== 0) process.stdout.write(`${done.stdout}${done.stderr}\n`)
  return done.status === 0
}

/** `npm ci` when what is installed is not what the lock says; the stamp spares the comparison. */
function ensureInstalled() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8')
  const stamp = join(ROOT, 'node_modules', '.kolleges-stamp')
  const mark = hash(lock)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === mark) return
  if (!isInstalled(JSON.parse(lock))) {
    say('Installing (npm ci) …')
    // Nothing we use needs an install script, so none is allowed to run.
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
    const done = spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' })
    if (done.status !== 0) {
      say('npm ci failed; what it said stands above.')
      process.exit(done.status ?? 1)
    }
  }
  writeFileSync(stamp, mark)
}

function isInstalled(lock) {
  const file = join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(file)) return false
  const installed = JSON.parse(readFileSync(file, 'utf8')).packages
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.link && !entry.optional)
    .every(([path, entry]) => installed[path]?.version === entry.version)
}

/** Vite takes a second or two, so it runs only when a source of the console changed. */
function buildConsole() {
  if (!existsSync(join(ROOT, 'console', 'index.html'))) return
  const stamp = join(ROOT, 'console', 'dist', '.stamp')
  const mark = hash(sourcesOf(['console', 'api/src', 'credentials/src', 'design/src', 'package-lock.json']))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === mark) return
  say('Building the console …')
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  const done = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], { cwd: join(ROOT, 'console'), stdio: 'inherit' })
  if (done.status !== 0) {
    say('The console does not build; what vite said stands above.')
    process.exit(1)
  }
  writeFileSync(stamp, mark)
}

/** Paths and contents of all sources in one text. */
function sourcesOf(paths) {
  const files = paths.flatMap((path) => filesUnder(path)).sort()
  return files.map((file) => `${file} ${hash(readFileSync(join(ROOT, file)))}`).join('\n')
}

function filesUnder(path) {
  const full = join(ROOT, path)
  if (!existsSync(full)) return []
  try {
    return readdirSync(full, { withFileTypes: true })
      .filter((entry) => !['dist', 'node_modules'].includes(entry.name) && !/\.test\.tsx?$/.test(entry.name))
      .flatMap((entry) => filesUnder(join(path, entry.name)))
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path]
    throw error
  }
}

function findChromium() {
  if (process.env.CHROMIUM_PATH) return isProgram(process.env.CHROMIUM_PATH) ? process.env.CHROMIUM_PATH : undefined
  const folders = (process.env.PATH ?? '').split(delimiter)
  return CHROMIUM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function sayWithoutChromium() {
  const line = '!'.repeat(78)
  say(`${line}
  No Chromium was found (CHROMIUM_PATH, then PATH), so the browser journeys will FAIL.
  Install one and run the tests again:

      apt-get install chromium
${line}`)
}

/** Hands over input, output and signals; answers the exit code. */
function run(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.on('error', (error) => {
      say(error.message)
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(code ?? 128 + (system.signals[signal] ?? 0)))
  })
}

function hash(content) {
  return createHash('sha256').update(content).digest('hex')
}

function say(text) {
  process.stdout.write(`${text}\n`)
}
