/** Notes which processes use a cluster, so that only the last of them stops it. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './postmaster.ts'

export function hold(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, String(process.pid)), '')
}

/** Answers whether another live process still holds; the notes of dead ones are thrown away. */
export function letGo(folder: string): { readonly isHeld: boolean } {
  rmSync(join(folder, String(process.pid)), { force: true })
  const pids = readdirSync(folder).map(Number)
  const live = pids.filter((pid) => pid !== process.pid && isAlive(pid))
  for (const pid of pids) if (!live.includes(pid)) rmSync(join(folder, String(pid)), { force: true })
  return { isHeld: live.length > 0 }
}
