/** Finds what each slice registers: its routes and its jobs. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { On } from './platform/handler.ts'
import type { Ports } from './platform/ports.ts'

const SLICES = [
  'audit',
  'access',
  'issuers',
  'learners',
  'designs',
  'status',
  'achievements',
  'issuing',
  'wallet',
  'verification',
  'delivery',
]

export const registerRoutes = (on: On): Promise<void> =>
  each('routes.ts', (slice: { register(on: On): void }) => slice.register(on))
export const registerJobs = (ports: Ports): Promise<void> =>
  each('jobs.ts', (slice: { register(ports: Ports): void }) => slice.register(ports))

async function each<Slice>(file: string, use: (slice: Slice) => void): Promise<void> {
  for (const name of SLICES) {
    const path = join(import.meta.dirname, name, file)
    if (!existsSync(path)) continue
    try {
      use((await import(path)) as Slice)
    } catch (error) {
      process.stderr.write(`${name}/${file} does not load: ${error instanceof Error ? error.message : error}\n`)
    }
  }
}
