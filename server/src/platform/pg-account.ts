/** Chooses under which account PostgreSQL runs, because it refuses to run as root. */
import { constants, existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { PlatformError } from './errors.ts'
import { canUnshare, copyBinaries, findBinaries } from './pg-binaries.ts'

export type Account = {
  readonly binaries: string
  /** Put before the program; empty when it starts directly. */
  readonly prefix: readonly string[]
  /** Absent: our own account. */
  readonly ids: { readonly uid: number; readonly gid: number } | undefined
}

export function chooseAccount(dataFolder: string): Account {
  const binaries = findBinaries()
  if (process.getuid?.() !== 0) return { binaries, prefix: [], ids: undefined }
  const ids = unprivilegedIds()
  if (ids && othersMayEnter(dataFolder)) {
    return { binaries: othersMayEnter(binaries) ? binaries : copyBinaries(binaries), prefix: [], ids }
  }
  // Inside a fresh user namespace root is seen as nobody, yet still enters root's own folders.
  if (canUnshare()) return { binaries, prefix: ['unshare', '--user'], ids: undefined }
  throw new PlatformError(
    'database-start-failed',
    `PostgreSQL does not run as root, and no other account may enter ${dataFolder}. ` +
      'Start Kolleges as an ordinary account, or set KOLLEGES_DATA to a folder like /var/lib/kolleges, or set DATABASE_URL.',
  )
}

function unprivilegedIds(): { uid: number; gid: number } | undefined {
  if (!existsSync('/etc/passwd')) return undefined
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((row) => row.split(':'))
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody')
  return row ? { uid: Number(row[2]), gid: Number(row[3]) } : undefined
}

/** True when every folder on the way may be entered by any account. */
function othersMayEnter(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & constants.S_IXOTH) === 0) return false
    if (folder === dirname(folder)) break
  }
  return true
}
