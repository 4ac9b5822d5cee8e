import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AuditEntry } from '@kolleges/api'
import { type Harness, harness } from '../../test/harness.ts'
import { cookieOf, institutionOf } from '../../test/staff.ts'
import { record } from './index.ts'

let h: Harness
let institutionId: string
let cookie: string
before(async () => {
  h = await harness()
  institutionId = (await institutionOf(h)).id
  cookie = await cookieOf(h, 'owner@hanbit.example')
})
after(() => h.close())

const entry = (id: string) => ({ institutionId, actor: 'test', action: 'thing.done', subject: { kind: 'thing', id } })
const read = async (query: string) => {
  const response = await h.request(`/v1/audit-entries${query}`, { cookie })
  return (await response.json()) as { data: AuditEntry[]; has_more: boolean }
}

test('the trail is read newest first, page by page, and whole', async () => {
  for (let count = 1; count <= 7; count++) {
    h.clock.advance(1)
    await h.ports.db.tenant(institutionId, (tx) => record(tx, h.ports, entry(String(count))))
  }
  const seen: string[] = []
  let query = '?limit=3'
  for (;;) {
    const page = await read(query)
    seen.push(...page.data.map(({ subject }) => subject.id))
    if (!page.has_more) break
    query = `?limit=3&starting_after=${page.data.at(-1)!.id}`
  }
  assert.deepEqual(seen.slice(0, 7), ['7', '6', '5', '4', '3', '2', '1'])
  assert.equal(new Set(seen).size, seen.length)
})

test('an entry of a change that did not happen is not kept', async () => {
  const failing = h.ports.db.tenant(institutionId, async (tx) => {
    await record(tx, h.ports, entry('undone'))
    throw new Error('on purpose')
  })
  await assert.rejects(failing, /on purpose/)
  assert.ok(!(await read('?limit=100')).data.some(({ subject }) => subject.id === 'undone'))
})

test('nobody changes or removes an entry', async () => {
  const attempts = [
    h.ports.db.tenant(institutionId, (tx) => tx.updateTable('audit_entries').set({ actor: 'someone' }).execute()),
    h.ports.db.tenant(institutionId, (tx) => tx.deleteFrom('audit_entries').execute()),
  ]
  for (const attempt of attempts) await assert.rejects(attempt, /permission denied/)
})

test('a page mark that is none of ours answers 404', async () => {
  assert.equal((await h.request('/v1/audit-entries?starting_after=nonsense', { cookie })).status, 404)
})
