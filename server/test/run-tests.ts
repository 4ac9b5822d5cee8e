/** Runs every test of the repository in one run, against one database cluster that is gone afterwards. */
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCluster } from '../src/platform/postgres.ts'
import { prepareTemplate } from './harness-database.ts'

const ROOT = join(import.meta.dirname, '../..')

/** A file that hangs is killed and reported, and the others go on. */
const FILE_TIMEOUT_MS = 300_000

const EVERYTHING = [
  'tidy.test.ts',
  '{credentials,design,requirements,api,server,console,cli}/src/**/*.test.ts',
  '{credentials,design,requirements,api,server,console,cli}/test/**/*.test.ts',
  'test/**/*.test.ts',
  'scripts/**/*.test.ts',
]

// A parent folder that other accounts may enter, because PostgreSQL runs under another one when this is root.
const folder = mkdtempSync(join(tmpdir(), 'kolleges-tests-'))
chmodSync(folder, 0o711)
const cluster = await openCluster({ dataFolder: join(folder, 'data'), fsync: false })
let code = 1
try {
  await prepareTemplate(cluster)
  code = await runTests(process.argv.slice(2), join(folder, 'data'))
} finally {
  await cluster.close()
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = code

function runTests(wanted: readonly string[], clusterFolder: string): Promise<number> {
  const patterns =
    wanted.length > 0
      ? wanted
      : EVERYTHING.filter((pattern) => pattern.includes('*') || existsSync(join(ROOT, pattern)))
  const args = [
    '--test',
    '--test-concurrency=2',
    `--test-timeout=${FILE_TIMEOUT_MS}`,
    '--test-reporter=spec',
    ...patterns,
  ]
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, KOLLEGES_TEST_CLUSTER: clusterFolder },
    })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
    child.on('exit', (exit) => resolve(exit ?? 1))
  })
}
