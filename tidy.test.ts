/** Keeps the house tidy: who may import whom, how long things grow, which words we use, what the docs must name. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { type Import, type Source, sourcesUnder } from './test/sources.ts'

const ROOT = import.meta.dirname
const CORES = ['credentials', 'design', 'requirements']
const ENDS = ['server', 'console', 'cli']
const PACKAGES = [...CORES, 'api', ...ENDS].filter((name) => existsSync(join(ROOT, name, 'src')))

/** A slice may import only from lines above its own. */
const SLICES = [
  ['audit'],
  ['access'],
  ['issuers', 'learners'],
  ['designs'],
  ['status', 'achievements'],
  ['issuing'],
  ['pathways'],
  ['classes', 'wallet', 'verification', 'conformance', 'delivery', 'insights'],
  ['recognition', 'cohorts'],
]
const SLICE_NAMES = SLICES.flat()
const rankOf = (slice: string): number => SLICES.findIndex((line) => line.includes(slice))

/** The npm packages each core may use. */
const FRIENDS: Readonly<Record<string, readonly string[]>> = {
  credentials: ['jsonld', 'rdf-canonize'],
  design: ['uqr'],
  requirements: [],
  api: ['zod'],
}

/** Files that something outside the import graph starts. */
const ENTRANCES = [
  /^[a-z]+\/src\/index\.ts$/,
  /^(server\/src\/(main|cli|demo)|cli\/src\/main|console\/src\/(recheck\/)?main)\.tsx?$/,
  /\.d\.ts$/,
]

const FILE_LINES_MAX = 500
const FUNCTION_LINES_MAX = 70

/** Words with an agreed meaning elsewhere; `where` limits a rule to the paths in which the word would be ours. */
const WORDS: readonly { readonly word: RegExp; readonly say: string; readonly where?: RegExp }[] = [
  { word: /\bbadge ?class(es)?\b/i, say: 'achievement' },
  { word: /(?<!node:)\b(helpers?|utils?|utilities)\b/i, say: 'the name of what it does' },
  { word: /\bblack-?list|white-?list\b/i, say: 'status list, or allowed and refused' },
  { word: /\borg(Id|Name|Slug)\b|\borgs\b/, say: 'institution' },
  {
    word: /\b(userId|userName|currentUser|adminUser|getUser|users)\b/,
    say: 'learner, member or account',
    where: /^(server|api|console)\//,
  },
  { word: /\b(TODO|FIXME|XXX)\b/, say: 'nothing: finish it or leave it out' },
  { word: /@ts-(ignore|expect-error|nocheck)/, say: 'the right type' },
]

const sources = PACKAGES.flatMap((name) => [...sourcesUnder(`${name}/src`), ...sourcesUnder(`${name}/test`)])
const production = sources.filter((source) => !source.isTest)
const byPath = new Map(sources.map((source) => [source.path, source]))

type Rule = {
  readonly name: string
  readonly of: readonly Source[]
  /** Says what is wrong, or nothing. */
  broken(source: Source, imported: Import): string | boolean | undefined
}

const isCore = (source: Source): boolean => CORES.includes(source.package)
const ours = (specifier: string): string | undefined => /^@kolleges\/([a-z]+)/.exec(specifier)?.[1]
const isNode = (specifier: string): boolean => specifier.startsWith('node:')
const isNpm = (specifier: string): boolean => !specifier.startsWith('.') && !isNode(specifier) && !ours(specifier)
const npmName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
const sliceOf = (path: string): string | undefined => {
  const folder = /^server\/src\/([^/]+)\//.exec(path)?.[1]
  return folder && SLICE_NAMES.includes(folder) ? folder : undefined
}
const isPlatform = (path: string): boolean => path.startsWith('server/src/platform/')
const isComposition = (path: string): boolean => /^server\/src\/[^/]+\.ts$/.test(path)

const importRules: readonly Rule[] = [
  {
    name: 'core-is-an-island',
    of: production.filter(isCore),
    broken: (_, { specifier }) => ours(specifier) !== undefined,
  },
  {
    name: 'core-does-no-io',
    of: production.filter((source) => isCore(source) || source.package === 'api'),
    broken: (_, { specifier }) => isNode(specifier),
  },
  {
    name: 'core-has-few-friends',
    of: production.filter((source) => source.package in FRIENDS),
    broken: (source, { specifier }) => isNpm(specifier) && !FRIENDS[source.package]?.includes(npmName(specifier)),
  },
  {
    name: 'api-is-words-only',
    of: production.filter((source) => source.package === 'api'),
    broken: (_, { specifier }) => ours(specifier) !== undefined && !CORES.includes(ours(specifier)!),
  },
  {
    name: 'ends-do-not-meet',
    of: production.filter((source) => ENDS.includes(source.package)),
    broken: (_, { specifier }) => ENDS.includes(ours(specifier) ?? ''),
  },
  {
    name: 'packages-by-their-index',
    of: production,
    broken: (source, { specifier, file }) =>
      /^@kolleges\/[a-z]+\//.test(specifier) || (file !== undefined && !file.startsWith(`${source.package}/`)),
  },
  {
    name: 'slices-by-their-index',
    of: production.filter((source) => source.package === 'server' && !isComposition(source.path)),
    broken: (source, { file }) => {
      const slice = file && sliceOf(file)
      return slice && slice !== sliceOf(source.path) && file !== `server/src/${slice}/index.ts`
    },
  },
  {
    name: 'rank-looks-down',
    of: production.filter((source) => sliceOf(source.path)),
    broken: (source, { file }) => {
      const slice = file && sliceOf(file)
      return slice && slice !== sliceOf(source.path) && rankOf(slice) >= rankOf(sliceOf(source.path)!)
    },
  },
  {
    name: 'platform-knows-no-slice',
    of: production.filter((source) => isPlatform(source.path)),
    broken: (_, { file }) => file && sliceOf(file) !== undefined,
  },
  {
    name: 'sql-in-store-only',
    of: production.filter((source) => source.package === 'server' && !isPlatform(source.path)),
    broken: (source, { specifier }) =>
      ['kysely', 'pg', 'pg-boss'].includes(specifier) && basename(source.path) !== 'store.ts',
  },
  {
    name: 'http-in-routes-only',
    of: production.filter((source) => sliceOf(source.path)),
    broken: (source, { specifier }) =>
      /^(hono|@hono)\b/.test(specifier) && !/(^|-)(routes|pages?)\.ts$/.test(basename(source.path)),
  },
  {
    name: 'edges-are-leaves',
    of: production.filter((source) => source.package === 'server'),
    broken: (source, { file }) =>
      (file && basename(file) === 'routes.ts' && source.path !== 'server/src/app.ts') ||
      (file && basename(file) === 'jobs.ts' && source.path !== 'server/src/worker.ts'),
  },
]

for (const rule of importRules) {
  test(`imports keep ${rule.name}`, () => {
    const faults = rule.of.flatMap((source) =>
      source.imports
        .filter((imported) => rule.broken(source, imported))
        .map((imported) => `${source.path} imports ${imported.file ?? imported.specifier}`),
    )
    none(faults, rule.name)
  })
}

test('imports keep no-circular', () => {
  const done = new Set<string>()
  const faults: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) return void faults.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (done.has(path)) return
    for (const { file } of byPath.get(path)?.imports ?? []) if (file) visit(file, [...trail, path])
    done.add(path)
  }
  for (const { path } of sources) visit(path, [])
  none(faults, 'no-circular')
})

test('imports keep no-orphans', () => {
  const reached = new Set<string>()
  const visit = (path: string): void => {
    if (reached.has(path)) return
    reached.add(path)
    for (const { file } of byPath.get(path)?.imports ?? []) if (file) visit(file)
  }
  for (const { path } of production) if (ENTRANCES.some((pattern) => pattern.test(path))) visit(path)
  none(
    production.map(({ path }) => path).filter((path) => path.includes('/src/') && !reached.has(path)),
    'no-orphans',
  )
})

test(`no file is longer than ${FILE_LINES_MAX} lines`, () => {
  const long = sources.filter(
    ({ path, text }) => !path.includes('.generated.') && text.split('\n').length > FILE_LINES_MAX,
  )
  none(
    long.map(({ path, text }) => `${path} has ${text.split('\n').length} lines`),
    'file-length',
  )
})

test(`no function is longer than ${FUNCTION_LINES_MAX} lines`, () => {
  const faults = production.flatMap(({ path, functions }) =>
    functions
      .filter(({ lines }) => lines > FUNCTION_LINES_MAX)
      .map(({ name, line, lines }) => `${path}:${line} ${name} has ${lines} lines`),
  )
  none(faults, 'function-length')
})

test('time and chance come from the platform', () => {
  const faults = production
    .filter((source) => !isPlatform(source.path) && !['console', 'cli'].includes(source.package))
    .flatMap((source) => hits(source, /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/))
  none(faults, 'time-and-chance')
})

test('the environment is read in one place', () => {
  const faults = production
    .filter(({ path }) => path.startsWith('server/src/') && !['main', 'cli', 'demo'].includes(basename(path, '.ts')))
    .flatMap((source) => hits(source, /\bprocess\.env\b/))
  none(faults, 'environment')
})

for (const { word, say, where } of WORDS) {
  test(`we do not write ${word.source}; we say ${say}`, () => {
    const concerned = production.filter(({ path }) => !path.includes('.generated.') && (!where || where.test(path)))
    none(
      concerned.flatMap((source) => hits(source, word)),
      'words',
    )
  })
}

test('every operation is tested beside it or with its slice', () => {
  const covered = new Set(sources.filter(isSliceTest).map(({ path }) => sliceOf(path)))
  const faults = production
    .filter(isOperation)
    .filter(({ path }) => !byPath.has(path.replace(/\.ts$/, '.test.ts')) && !covered.has(sliceOf(path)))
  none(
    faults.map(({ path }) => path),
    'tested-operations',
  )
})

const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...markdownUnder('docs')]
  .filter((path) => existsSync(join(ROOT, path)))
  .map((path) => readFileSync(join(ROOT, path), 'utf8'))
  .join('\n')

const named: readonly { readonly kind: string; readonly names: () => readonly string[] }[] = [
  {
    kind: 'environment variable',
    names: () => matches('server/src/platform/config.ts', /\benv\.([A-Z_]+)|readUrl\('([A-Z_]+)'/g),
  },
  { kind: 'event', names: () => matches('server/src/events.ts', /^\s+'([a-z]+\.[a-z]+)':/gm) },
  { kind: 'problem code', names: () => matches('api/src/problem.ts', /^\s+'?([a-z-]+)'?: \[\s*\d{3},/gm) },
  {
    kind: 'job',
    names: () =>
      sources
        .filter(({ path }) => basename(path) === 'job-names.ts')
        .flatMap(({ path }) => matches(path, /'([a-z][a-z-]+)'/g)),
  },
]

for (const { kind, names } of named) {
  test(`every ${kind} is named in the docs`, () => {
    const all = names()
    assert.ok(all.length > 0, `no ${kind} was found`)
    none(
      all.filter((name) => !documents.includes(name)),
      `docs-name-every-${kind}`,
    )
  })
}

function none(faults: readonly string[], rule: string): void {
  assert.ok(faults.length === 0, `${rule}:\n  ${faults.join('\n  ')}`)
}

/** A slice's own test, or one that drives it through the whole server. */
function isSliceTest({ isTest, path, text }: Source): boolean {
  return isTest && (basename(path) === `${sliceOf(path)}.test.ts` || /\bharness\b/.test(text))
}

/** An operation is a function that is handed the ports. */
function isOperation({ path, text }: Source): boolean {
  return (
    sliceOf(path) !== undefined &&
    !/(routes|pages|jobs|store)\.ts$/.test(path) &&
    /^export .*\(\s*ports: Ports\b/m.test(text)
  )
}

function hits({ path, text }: Source, pattern: RegExp): string[] {
  return text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : []))
}

function matches(path: string, pattern: RegExp): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8')
  return [...new Set([...text.matchAll(pattern)].map((match) => match.slice(1).find(Boolean)!))]
}

function markdownUnder(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return []
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
}
