/**
 * Holds the folders that decide whether a credential is believed to full branch coverage: runs their tests, names every branch that none of them takes, and
 * fails when there is one.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sourcesUnder } from '../test/sources.ts'

const ROOT = join(import.meta.dirname, '..')
const FOLDERS = ['proof', 'status', 'bake', 'verify'].map((name) => `credentials/src/${name}/`)
/** They take long, and take no branch of their own. */
const LEFT_OUT = /(browser|other-verifiers|any-bytes|oracle)\.test\.ts$/

interface Untaken {
  readonly file: string
  readonly line: number
}

/** The branches of an lcov report that were never taken. */
export function untakenBranches(report: string): Untaken[] {
  let file = ''
  return report.split('\n').flatMap((row) => {
    if (row.startsWith('SF:')) file = row.slice(3)
    const [, line, taken] = /^BRDA:(\d+),\d+,\d+,(-|\d+)$/.exec(row) ?? []
    return line !== undefined && (taken === '0' || taken === '-') ? [{ file, line: Number(line) }] : []
  })
}

function measured(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kolleges-coverage-'))
  const report = join(folder, 'lcov')
  const tests = sourcesUnder('credentials/src')
    .map(({ path }) => path)
    .filter((path) => path.endsWith('.test.ts') && !LEFT_OUT.test(path))
  const reporters = [
    '--test-reporter=lcov',
    `--test-reporter-destination=${report}`,
    '--test-reporter=dot',
    '--test-reporter-destination=stdout',
  ]
  const coverage = [
    '--experimental-test-coverage',
    '--test-coverage-include=credentials/src/**',
    '--test-coverage-exclude=**/*.test.ts',
  ]
  try {
    const ran = spawnSync(process.execPath, ['--test', ...reporters, ...coverage, ...tests], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    if (ran.status !== 0) throw new Error('the tests themselves fail')
    return readFileSync(report, 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (import.meta.main) {
  const report = measured()
  const untaken = untakenBranches(report).filter(({ file }) => FOLDERS.some((folder) => file.startsWith(folder)))
  for (const { file, line } of untaken)
    process.stdout.write(`${file}:${line} ${readFileSync(join(ROOT, file), 'utf8').split('\n')[line - 1]?.trim()}\n`)
  process.stdout.write(`${untaken.length} branches of ${FOLDERS.join(', ')} are not taken by any test.\n`)
  process.exitCode = untaken.length === 0 ? 0 : 1
}
