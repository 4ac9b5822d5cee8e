// Opens a whole server in a temporary folder, its database and job queue included, for measurements alone.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApiKey } from '../server/src/access/index.ts'
import { openApp } from '../server/src/app.ts'
import { createInstitution } from '../server/src/issuers/index.ts'
import { readConfig } from '../server/src/platform/config.ts'
import { openPorts } from '../server/src/platform/open-ports.ts'
import type { Ports } from '../server/src/platform/ports.ts'
import { declareJobs } from '../server/src/worker.ts'

export interface ServerPlace {
  readonly ports: Ports
  readonly institutionId: string
  /** As anybody. */
  get(path: string): Promise<Response>
  /** As a program with an API key; throws unless the answer is a success. */
  post(path: string, json: unknown): Promise<Record<string, unknown>>
  close(): Promise<void>
}

const SECRET = 'a secret for measurements, and for nothing else'

export async function openServerPlace(): Promise<ServerPlace> {
  // A folder that other accounts may enter, because PostgreSQL runs under another one when this is root.
  const folder = mkdtempSync(join(tmpdir(), 'kolleges-bench-'))
  chmodSync(folder, 0o711)
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const config = readConfig({ KOLLEGES_DATA: join(folder, 'data'), KOLLEGES_SECRET: SECRET })
    const { ports, queue, close } = await openPorts(config)
    declareJobs(ports)
    await queue.start({ take: true })
    const http = openApp(ports)
    const ask = (path: string, init: RequestInit = {}) =>
      http.handle(new Request(new URL(path, config.origin), init), '127.0.0.1')
    const { institutionId, key } = await furnish(ports)
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    return {
      ports,
      institutionId,
      get: (path) => ask(path),
      post: async (path, json) => {
        const response = await ask(path, { method: 'POST', headers, body: JSON.stringify(json) })
        const body = await response.text()
        if (!response.ok) throw new Error(`${path}: ${response.status} ${body.slice(0, 500)}`)
        return JSON.parse(body) as Record<string, unknown>
      },
      close: async () => {
        await queue.stop()
        await close()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}

async function furnish(ports: Ports): Promise<{ institutionId: string; key: string }> {
  const created = await createInstitution(ports, {
    name: { ko: '한빛대학교', en: 'Hanbit University' },
    slug: 'hanbit',
    kind: 'university',
    standing: 'confirmed',
    owner: 'owner@hanbit.example',
  })
  if (created.outcome !== 'created') throw new Error('no institution')
  const { id: institutionId } = created.institution
  const { secret: key } = await ports.db.tenant(institutionId, (tx) =>
    createApiKey(tx, ports, { institutionId, name: 'bench', role: 'admin', actor: 'bench' }),
  )
  return { institutionId, key }
}
