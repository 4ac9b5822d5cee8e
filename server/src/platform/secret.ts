/** The one secret from which this installation's keys are derived: given by a setting, else made once and kept. */
import { hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** Processes starting at once agree: the file appears whole, and only the first one's stays. */
export function readSecret(config: Pick<Config, 'secret' | 'dataFolder'>): string {
  if (config.secret) return config.secret
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o711 })
  const file = join(config.dataFolder, 'secret')
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true })
  try {
    linkSync(mine, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(mine, { force: true })
  }
  chmodSync(file, 0o600)
  return readFileSync(file, 'utf8').trim()
}

/** A key for one purpose only. */
export const deriveKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'kolleges', purpose, 32))
