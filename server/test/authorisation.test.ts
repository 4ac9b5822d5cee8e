import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { allRoutes, mayRole, type Role, type Route } from '@kolleges/api'
import { sql } from 'kysely'
import { registerRoutes } from '../src/app.ts'
import type { On, RouteShape } from '../src/platform/handler.ts'
import type { Tx } from '../src/platform/ports.ts'
import { type Harness, harness, type RequestParts } from './harness.ts'
import { cookieOf, KEY_ROLES, ROLES, type Staffed, staff } from './staff.ts'

let h: Harness
let hanbit: Staffed
let narae: Staffed
/** One thing of each kind that belongs to hanbit, by the route that names it. */
let things: Record<string, string>

before(async () => {
  h = await harness()
  hanbit = await staff(h, 'hanbit')
  narae = await staff(h, 'narae')
  things = await makeThings()
})
after(() => h.close())

const keyed = (key: string): RequestParts => ({ key })
const read = async (path: string) =>
  (await (await h.request(path, keyed(hanbit.keys.admin))).json()) as { data: { id: string }[] }

async function makeThings(): Promise<Record<string, string>> {
  const key = hanbit.keys.admin
  const json = { name: '데이터 기초', description: '기초', criteria: { narrative: '과제를 냅니다.' }, publish: true }
  const achievement = (await (await h.request('/v1/achievements', { key, json })).json()) as { id: string }
  const recipients = [{ name: '김하늘', email: 'haneul@learner.example' }]
  const batchJson = { achievement: achievement.id, recipients }
  const batch = (await (await h.request('/v1/award-batches', { key, json: batchJson })).json()) as { id: string }
  await h.drain()
  const goal = (await (await h.request('/v1/achievements', { key, json })).json()) as { id: string }
  const pathwayJson = { achievement: goal.id, rule: { badge: achievement.id } }
  const pathway = (await (await h.request('/v1/pathways', { key, json: pathwayJson })).json()) as { id: string }
  await h.drain()
  const designJson = { kind: 'certificate', name: '수료증', template: 'suryo-band' }
  const design = (await (await h.request('/v1/designs', { key, json: designJson })).json()) as { id: string }
  const first = async (path: string) => (await read(path)).data[0]!.id
  const programmeJson = { title: { ko: '데이터과학과', en: 'Data Science' } }
  const programme = (await (await h.request('/v1/recognition-programmes', { key, json: programmeJson })).json()) as {
    id: string
  }
  await applyForRecognition(programme.id, await first('/v1/credentials'))
  return {
    members: hanbit.memberIds.viewer,
    'api-keys': await first('/v1/api-keys'),
    'signing-keys': await first('/v1/signing-keys'),
    achievements: achievement.id,
    'brand-kits': await first('/v1/brand-kits'),
    designs: design.id,
    pictures: await uploadPicture(key),
    pathways: pathway.id,
    'award-batches': batch.id,
    credentials: await first('/v1/credentials'),
    messages: await first('/v1/messages'),
    'recognition-programmes': programme.id,
    recognitions: await first('/v1/recognitions'),
  }
}

async function uploadPicture(key: string): Promise<string> {
  const body = new FormData()
  body.set(
    'file',
    new Blob(['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>']),
    'dot.svg',
  )
  return ((await (await h.request('/v1/pictures', { key, body })).json()) as { id: string }).id
}

async function applyForRecognition(programme: string, credential: string): Promise<void> {
  const body = new FormData()
  body.append(`credential-${credential}`, 'yes')
  const cookie = await cookieOf(h, 'haneul@learner.example')
  await h.request(`/r/${programme}/application`, { method: 'POST', body, cookie })
}

const NOBODY = '00000000-0000-7000-8000-000000000000'
const NO_CREDENTIAL = '0'.repeat(26)

const kindOf = (path: string): string => path.split('/')[2]!
const nobodyOf = (path: string): string => (kindOf(path) === 'credentials' ? NO_CREDENTIAL : NOBODY)
const nameOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`

/** What a well-formed call needs, where an empty body is not one. */
const BODIES: Readonly<Record<string, object>> = {
  'PATCH /v1/members/{id}': { role: 'issuer' },
  'PATCH /v1/achievements/{id}': { description: '바뀜' },
  'PATCH /v1/designs/{id}': { revision: 1 },
  'POST /v1/designs/{id}/restorations': { version: '00000000-0000-7000-8000-000000000000' },
  'POST /v1/designs/{id}/renderings': { format: 'svg' },
  'POST /v1/credentials/{id}/revocation': { reason: '잘못 발급' },
  'POST /v1/credentials/{id}/suspension': { reason: '확인 중' },
  'POST /v1/credentials/{id}/replacement': { reason: '이름 정정', name: '김하늘' },
  'POST /v1/pathways/{id}/enrolments': { learner: 'haneul@learner.example' },
  'POST /v1/pathways/{id}/decisions': { learner: 'haneul@learner.example', stage: 'enrolment' },
  'POST /v1/recognitions/{id}/decision': { items: [{ index: 0, outcome: 'refused', reason: '해당 없음' }] },
  'POST /v1/pathways/{id}/degree-decisions': { learner: 'haneul@learner.example', decision: 'award' },
}

function call(route: { method: string; path: string }, id: string, parts: RequestParts): Promise<Response> {
  const path = route.path.replace('{id}', id)
  if (route.method === 'GET' || route.method === 'DELETE') return h.request(path, { ...parts, method: route.method })
  return h.request(path, { ...parts, method: route.method, json: BODIES[nameOf(route)] ?? {} })
}

type Caller = {
  readonly name: string
  readonly role?: Role
  readonly kind: 'anonymous' | 'holder' | 'member' | 'key'
  /** Asked anew for every call, because some calls end a session. */
  readonly proof: () => Promise<RequestParts>
}

const CALLERS: readonly Caller[] = [
  { name: 'nobody', kind: 'anonymous', proof: async () => ({}) },
  { name: 'a wrong key', kind: 'anonymous', proof: async () => keyed(`kl_live_${'A'.repeat(43)}`) },
  { name: 'a wrong cookie', kind: 'anonymous', proof: async () => ({ cookie: `kolleges_session=${'A'.repeat(43)}` }) },
  { name: 'a learner', kind: 'holder', proof: async () => ({ cookie: await cookieOf(h, 'haneul@learner.example') }) },
  ...ROLES.map(
    (role): Caller => ({
      ...{ name: `the ${role}`, role, kind: 'member' },
      proof: async () => ({ cookie: await cookieOf(h, `${role}@hanbit.example`) }),
    }),
  ),
  ...KEY_ROLES.map(
    (role): Caller => ({
      name: `a key of the ${role}`,
      role,
      kind: 'key',
      proof: async () => keyed(hanbit.keys[role]),
    }),
  ),
]

/** What the policy says: refused with a status, or let through to whatever the operation answers. */
function expected({ capability }: Route, { kind, role }: Caller): 401 | 403 | 'through' {
  if (capability === 'public') return 'through'
  if (kind === 'anonymous') return 401
  if (capability === 'session') return kind === 'key' ? 403 : 'through'
  return role !== undefined && mayRole(role, capability) ? 'through' : 403
}

for (const route of allRoutes as readonly Route[]) {
  test(`${nameOf(route)} lets in exactly those whom the policy names`, async () => {
    for (const caller of CALLERS) {
      const { status } = await call(route, nobodyOf(route.path), await caller.proof())
      const wanted = expected(route, caller)
      if (wanted === 'through') assert.ok(status !== 401 && status !== 403 && status < 500, `${caller.name}: ${status}`)
      else assert.equal(status, wanted, caller.name)
    }
  })
}

test('every operation of the contract has a door', async () => {
  const doors = new Set((await allDoors()).map(nameOf))
  assert.deepEqual(
    allRoutes.map(nameOf).filter((name) => !doors.has(name)),
    [],
  )
})

async function allDoors(): Promise<RouteShape[]> {
  const doors: RouteShape[] = []
  registerRoutes(((route: RouteShape) => void doors.push(route)) as On)
  return doors
}

test('a page that is not for everybody sends a stranger to sign in, and back', async () => {
  const closed = (await allDoors()).filter(
    ({ path, capability }) => !path.startsWith('/v1/') && capability !== 'public',
  )
  assert.ok(closed.length > 0)
  for (const door of closed) {
    const path = door.path.replace(/\{\w+\}/g, NOBODY)
    const stranger = await h.request(path, { method: door.method })
    if (door.method === 'GET') {
      const location = stranger.headers.get('location')
      assert.deepEqual([stranger.status, location], [303, `/sign-in?next=${encodeURIComponent(path)}`], nameOf(door))
    } else {
      assert.equal(stranger.status, 401, nameOf(door))
    }
    assert.equal(
      (await h.request(path, { method: door.method, ...keyed(hanbit.keys.admin) })).status,
      403,
      nameOf(door),
    )
  }
})

const CALLERS_OF_NARAE = ['owner', 'key'] as const
const proofOfNarae = async (caller: (typeof CALLERS_OF_NARAE)[number]): Promise<RequestParts> =>
  caller === 'key' ? keyed(narae.keys.admin) : { cookie: await cookieOf(h, 'owner@narae.example') }

const withoutInstance = async (response: Response) => {
  const { instance: _, ...body } = (await response.json()) as Record<string, unknown>
  return { status: response.status, body }
}

test('another institution’s ids answer as if they had never been, and nothing changes', async () => {
  const untouched = await rowsOf(hanbit.institution.id)
  for (const route of allRoutes) {
    if (!route.path.includes('{id}')) continue
    const id = things[kindOf(route.path)]
    assert.ok(id, `a thing for ${route.path}`)
    for (const caller of CALLERS_OF_NARAE) {
      if (caller === 'key' && !mayRole('admin', route.capability as never)) continue
      const theirs = await withoutInstance(await call(route, id, await proofOfNarae(caller)))
      const nobodys = await withoutInstance(await call(route, nobodyOf(route.path), await proofOfNarae(caller)))
      assert.equal(theirs.status, 404, `${nameOf(route)} by the ${caller}`)
      assert.deepEqual(theirs, nobodys, nameOf(route))
    }
  }
  assert.deepEqual(await rowsOf(hanbit.institution.id), untouched)
})

test('no list shows anything of another institution, whatever it is filtered by', async () => {
  const foreign = [...Object.values(things), hanbit.institution.id, 'haneul@learner.example', '@hanbit.example']
  const paths = allRoutes
    .filter(({ method, path }) => method === 'GET' && !path.includes('{id}'))
    .map(({ path }) => path)
  const filtered = [
    ...[`/v1/credentials?award_batch=${things['award-batches']}`, `/v1/credentials?achievement=${things.achievements}`],
    ...['/v1/credentials?q=haneul', '/v1/learners?q=haneul', `/v1/messages?starting_after=${things.messages}`],
    `/v1/audit-entries?limit=100&starting_after=${things.messages}`,
  ]
  for (const path of [...paths, ...filtered]) {
    const text = await (await h.request(path, await proofOfNarae('owner'))).text()
    for (const trace of foreign) assert.ok(!text.includes(trace), `${path} shows ${trace}`)
  }
})

test('another institution’s achievement is awarded by nobody else', async () => {
  const json = { achievement: things.achievements, recipients: [{ name: '이서준', email: 'seojun@learner.example' }] }
  const answered = await h.request('/v1/award-batches', { ...(await proofOfNarae('key')), json })
  assert.deepEqual([answered.status, (await withoutInstance(answered)).body.code], [422, 'achievement-unknown'])
})

test('ids in a body do not choose the institution', async () => {
  const json = { email: 'planted@narae.example', role: 'viewer', institutionId: hanbit.institution.id, id: NOBODY }
  const added = await h.request('/v1/members', { ...(await proofOfNarae('owner')), json })
  assert.equal(added.status, 201)
  assert.notEqual(((await added.json()) as { id: string }).id, NOBODY)
  const members = await (await h.request('/v1/members', keyed(hanbit.keys.admin))).text()
  assert.ok(!members.includes('planted@'))
})

test('a write that a page of another site sends is refused on every door', async () => {
  const cookie = await cookieOf(h, 'owner@hanbit.example')
  const untouched = await rowsOf(hanbit.institution.id)
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:3001' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  const writes = (await allDoors()).filter(({ method }) => method !== 'GET')
  assert.ok(writes.length > 20)
  for (const door of writes) {
    const path = door.path.replace(/\{\w+\}/g, NOBODY)
    for (const headers of foreign) {
      const answered = await h.request(path, { method: door.method, json: {}, cookie, headers })
      assert.equal(answered.status, 403, `${nameOf(door)} ${JSON.stringify(headers)}`)
      assert.equal(((await answered.json()) as { code: string }).code, 'origin-foreign')
    }
  }
  assert.equal((await h.request('/v1/session', { cookie })).status, 200)
  assert.deepEqual(await rowsOf(hanbit.institution.id), untouched)
})

/** Tables with the column that are no tenant's: a session belongs to a person who chose where to work. */
const NOT_OF_A_TENANT = ['sessions']

async function tenantTables(): Promise<{ name: string; column: string }[]> {
  const { rows } = await h.ports.db.operator((tx) =>
    sql<{ name: string }>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'institution_id' order by 1`.execute(tx),
  )
  const names = rows.map(({ name }) => name).filter((name) => !NOT_OF_A_TENANT.includes(name))
  return [{ name: 'institutions', column: 'id' }, ...names.map((name) => ({ name, column: 'institution_id' }))]
}

async function rowsOf(institutionId: string): Promise<Record<string, string>> {
  const tables = await tenantTables()
  return h.ports.db.operator(async (tx) => {
    const rows: Record<string, string> = {}
    for (const { name, column } of tables) {
      const found = await sql<{ text: string }>`
        select coalesce(string_agg(t::text, E'\n' order by t::text), '') as text
        from ${sql.table(name)} t where ${sql.ref(column)} = ${institutionId}::uuid`.execute(tx)
      rows[name] = found.rows[0]!.text
    }
    return rows
  })
}

const idsIn = async (tx: Tx, { name, column }: { name: string; column: string }): Promise<string[]> => {
  const { rows } = await sql<{
    id: string
  }>`select distinct ${sql.ref(column)}::text as id from ${sql.table(name)}`.execute(tx)
  return rows.map(({ id }) => id)
}

test('a query that forgets its WHERE sees its own institution and nothing else', async () => {
  const own = hanbit.institution.id
  let seen = 0
  for (const table of await tenantTables()) {
    const ids = await h.ports.db.tenant(own, (tx) => idsIn(tx, table))
    assert.ok(
      ids.every((id) => id === own),
      table.name,
    )
    seen += ids.length
    assert.deepEqual(await h.ports.db.lookup((tx) => idsIn(tx, table)), [], `${table.name} without a tenant`)
    const stranger = await h.ports.db.holder('stranger@learner.example', (tx) => idsIn(tx, table))
    assert.deepEqual(stranger, [], `${table.name} for a stranger`)
  }
  assert.ok(seen > 10, 'the tables were not empty')
})

test('a write that names another institution is refused by the database itself', async () => {
  const own = hanbit.institution.id
  let tried = 0
  for (const table of await tenantTables()) {
    const filled = await h.ports.db.tenant(own, (tx) => idsIn(tx, table))
    if (filled.length === 0) continue
    await assert.rejects(
      h.ports.db.tenant(own, (tx) =>
        sql`update ${sql.table(table.name)} set ${sql.ref(table.column)} = ${narae.institution.id}::uuid`.execute(tx),
      ),
      /row-level security|permission denied/,
      table.name,
    )
    tried++
  }
  assert.ok(tried > 10)
  const plant = h.ports.db.tenant(hanbit.institution.id, (tx) =>
    tx
      .insertInto('members')
      .values({
        institution_id: narae.institution.id,
        id: NOBODY,
        email: 'planted@narae.example',
        role: 'owner',
        state: 'active',
        created_at: h.clock.now(),
      })
      .execute(),
  )
  await assert.rejects(plant, /row-level security/)
})

test('every tenant table is walled, and the role of requests owns none and passes no wall', async () => {
  const { rows: tables } = await h.ports.db.operator((tx) =>
    sql<{ name: string; walled: boolean; policies: number; owner: string }>`
      select c.relname as name, c.relrowsecurity as walled, pg_get_userbyid(c.relowner) as owner,
             (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`.execute(tx),
  )
  const byName = new Map(tables.map((table) => [table.name, table]))
  for (const { name } of await tenantTables()) {
    const table = byName.get(name)
    assert.ok(table?.walled && table.policies > 0, name)
    assert.notEqual(table.owner, 'kolleges_app')
  }
  const { rows } = await h.ports.db.lookup((tx) =>
    sql<{ name: string; super: boolean; passes: boolean }>`
      select rolname as name, rolsuper as super, rolbypassrls as passes from pg_roles where rolname = current_user`.execute(
      tx,
    ),
  )
  assert.deepEqual(rows, [{ name: 'kolleges_app', super: false, passes: false }])
})

test('every function that looks through the walls is fixed to our own tables', async () => {
  const { rows } = await h.ports.db.operator((tx) =>
    sql<{ name: string; settings: string[] | null }>`
      select proname as name, proconfig as settings from pg_proc
      where pronamespace = 'public'::regnamespace and prosecdef`.execute(tx),
  )
  assert.ok(rows.length > 5)
  for (const { name, settings } of rows)
    assert.ok(
      settings?.some((setting) => setting.startsWith('search_path=')),
      name,
    )
})
