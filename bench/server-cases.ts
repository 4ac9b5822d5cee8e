// Measures what people wait for: a roster until every credential is stored, and the public page of one among many.

import { setTimeout as sleep } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { JsonObject } from '../credentials/src/index.ts'
import { CREATED, DID } from './data.ts'
import { atLeast, atMost } from './goals.ts'
import { speedOf } from './measure.ts'
import { type CaseResult, notRun, timesOf } from './report.ts'
import { rivalIssue } from './rival.ts'
import { openServerPlace, type ServerPlace } from './server-place.ts'
import { copyAwards } from './server-rows.ts'

const ROSTER = { quick: 2_000, thorough: 5_000 }
const ROSTERS = { quick: 1, thorough: 3 }
const RIVAL_MS = 2_000
const WARM_UP = 500
const SETTLE_MS = 60_000
// A thread that signs has some 150 MiB; what grows with the rosters would be far more.
const MEMORY_MIB_MAX = 300
const LARGER = [
  ['page-100k', 100_000],
  ['page-1m', 1_000_000],
] as const
const PAGES = { quick: 200, thorough: 600 }
const PAGES_BEFORE = 100
const PICTURES = 50
const SIMULATED = 10_000

/** On a database of its own, which is gone afterwards; in quick mode the large ones are left out. */
export async function serverCases(isQuick: boolean): Promise<CaseResult[]> {
  const place = await openServerPlace()
  try {
    const achievement = await publish(place)
    await issueRoster(place, achievement, rosterOf(0, WARM_UP))
    await settled(place)
    const few = await pageCase(place, 'page-1k', 1_000, isQuick)
    const results = [await endToEnd(place, achievement, isQuick), ...(await bytesStored(place)), few.result]
    results.push(await keptPicture(place, achievement), await simulation(place, achievement))
    for (const [id, rows] of LARGER)
      results.push(
        isQuick ? notRun(id, 'ms', 'left out by --quick') : (await pageCase(place, id, rows, isQuick, few)).result,
      )
    return results
  } finally {
    await place.close()
  }
}

async function publish(place: ServerPlace, name = 'AI 데이터 기초'): Promise<string> {
  const { id } = await place.post('/v1/achievements', {
    name,
    description: '데이터를 모으고 다듬어 첫 모형을 만들고, 결과를 설명하는 과정입니다.',
    criteria: { narrative: '12주 과정과 기말 과제를 마치고 평가에서 B 이상을 받은 사람에게 수여합니다.' },
    kind: 'MicroCredential',
    skills: ['데이터 분석', 'Python', '시각화'],
    publish: true,
  })
  return String(id)
}

const rosterOf = (round: number, length: number): object[] =>
  Array.from({ length }, (_, at) => ({
    name: `학습자 ${round} ${at}`,
    email: `learner.${round}.${at}@learner.example`,
    licenseNumber: `제 2026-${at}호`,
  }))

/** From the request that brings the roster to the last credential's commit; the messages to learners are composed meanwhile, as always. */
async function endToEnd(place: ServerPlace, achievement: string, isQuick: boolean): Promise<CaseResult> {
  const speeds: number[] = []
  const learners = isQuick ? ROSTER.quick : ROSTER.thorough
  const before = process.memoryUsage().rss
  for (let round = 1; round <= (isQuick ? ROSTERS.quick : ROSTERS.thorough); round++) {
    const roster = rosterOf(round, learners)
    const started = performance.now()
    await issueRoster(place, achievement, roster)
    speeds.push((roster.length * 1_000) / (performance.now() - started))
    await settled(place)
  }
  const grown = Math.round((process.memoryUsage().rss - before) / 1_048_576)
  const ours = speedOf(speeds)
  const rival = await rivalSpeed(await sampleOf(place))
  return {
    id: 'end-to-end',
    unit: '1/s',
    ...ours,
    ratioToRival: ours.median / rival,
    fractionOfLimit: null,
    fallbacks: null,
    goals: [
      atLeast('G4 rival', ours.median / rival, 30),
      atLeast('G4', ours.median, 5_000, '/s'),
      atMost('G4 memory', grown, MEMORY_MIB_MAX, ' MiB more'),
    ],
    note: `rosters of ${learners}; one process, with fsync; the rival signs the same credential and stores nothing; memory ${grown >= 0 ? '+' : ''}${grown} MiB`,
  }
}

async function issueRoster(place: ServerPlace, achievement: string, recipients: object[]): Promise<void> {
  const { id } = await place.post('/v1/award-batches', { achievement, recipients })
  for (;;) {
    const pending = await count(
      place,
      sql`SELECT count(*)::int AS n FROM awards WHERE batch_id = ${id} AND state = 'pending'`,
    )
    if (pending === 0) break
    await sleep(20)
  }
  const failed = await count(
    place,
    sql`SELECT count(*)::int AS n FROM awards WHERE batch_id = ${id} AND state <> 'issued'`,
  )
  if (failed > 0) throw new Error(`${failed} credentials were not issued`)
}

/** What begins next begins when the jobs of the last round are done. */
async function settled(place: ServerPlace): Promise<void> {
  const until = performance.now() + SETTLE_MS
  const waiting = sql`SELECT count(*)::int AS n FROM pgboss.job WHERE state IN ('created', 'active') AND start_after <= now()`
  while (performance.now() < until && (await count(place, waiting)) > 0) await sleep(100)
}

const count = async (place: ServerPlace, query: RawBuilder<unknown>): Promise<number> =>
  ((await place.ports.db.operator((tx) => query.execute(tx))).rows[0] as { n: number }).n

/** A credential that was just issued, as its issuer's rival would get it: unsigned, under the rival's key. */
async function sampleOf(place: ServerPlace): Promise<JsonObject> {
  const id = await onePublicId(place)
  const { proof: _proof, ...unsigned } = (await (await place.get(`/c/${id}.json`)).json()) as JsonObject
  return { ...unsigned, issuer: { ...(unsigned.issuer as JsonObject), id: DID }, validFrom: CREATED }
}

const onePublicId = async (place: ServerPlace): Promise<string> => {
  const found = await place.ports.db.operator((tx) => tx.selectFrom('awards').select('public_id').limit(1).execute())
  return found[0]!.public_id
}

async function rivalSpeed(unsigned: JsonObject): Promise<number> {
  for (let n = 0; n < 20; n++) await rivalIssue({ ...unsigned })
  const started = performance.now()
  let issued = 0
  for (; performance.now() - started < RIVAL_MS; issued++) await rivalIssue({ ...unsigned })
  return (issued * 1_000) / (performance.now() - started)
}

/** What a signed credential takes in the database, as rosters leave it: its own bytes, the same with its row and index, and beside it the award it belongs to. */
async function bytesStored(place: ServerPlace): Promise<CaseResult[]> {
  await sql`VACUUM ANALYZE awards, signed_credentials`.execute(place.ports.db.kysely)
  const { rows } = await place.ports.db.operator((tx) =>
    sql<{ median: number; min: number; max: number; text: number; total: number; award: number; indexes: number }>`
      SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY bytes) AS median, min(bytes) AS min, max(bytes) AS max,
        count(*) FILTER (WHERE is_text)::int AS text, (pg_total_relation_size('signed_credentials') / count(*))::int AS total,
        (pg_table_size('awards') / count(*))::int AS award, (pg_indexes_size('awards') / count(*))::int AS indexes
      FROM (SELECT octet_length(coalesce(packed, text::bytea)) AS bytes, text IS NOT NULL AS is_text
        FROM signed_credentials) AS each`.execute(tx),
  )
  const { text, total, award, indexes, ...bytes } = rows[0]!
  const whole = { median: total, min: total, max: total }
  return [
    timesOf('bytes-stored', bytes, {
      unit: 'B',
      fallbacks: text,
      goals: [atMost('G7 payload', bytes.median, 360, ' B')],
    }),
    timesOf('bytes-with-indexes', whole, {
      unit: 'B',
      goals: [atMost('G7 with indexes', total, 600, ' B')],
      note: `beside it the award, with what its people do: ${award} B of table with the room left in it, ${indexes} B of a dozen indexes`,
    }),
  ]
}

/** The badge's picture as the server keeps it, once it has been drawn. */
async function keptPicture(place: ServerPlace, achievement: string): Promise<CaseResult> {
  const path = `/b/${achievement}/1/badge-600.png`
  const times: number[] = []
  for (let n = 0; n <= PICTURES; n++) {
    const started = performance.now()
    const response = await place.get(path)
    await response.arrayBuffer()
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
    times.push(performance.now() - started)
  }
  const speed = speedOf(times.slice(1))
  return timesOf('badge-png-kept', speed, { goals: [atMost('kept', speed.median, 2, ' ms')] })
}

/** A rule tried on everybody in the ledger, over HTTP, reckoned to ten thousand learners. */
async function simulation(place: ServerPlace, achievement: string): Promise<CaseResult> {
  const { id } = await place.post('/v1/pathways', {
    achievement: await publish(place, '데이터 전문가'),
    rule: { all: [{ badge: achievement }, { credits: { min: 3 } }] },
  })
  const times: number[] = []
  let learners = 0
  for (let n = 0; n < 3; n++) {
    const started = performance.now()
    learners = Number((await place.post(`/v1/pathways/${id}/simulation`, {})).learners)
    times.push(((performance.now() - started) / 1_000) * (SIMULATED / learners))
  }
  const speed = speedOf(times)
  return timesOf('simulate-10k', speed, {
    unit: 's',
    goals: [atMost('10,000 learners in', speed.median, 5, ' s')],
    note: `${learners.toLocaleString('en-US')} learners measured, reckoned to ${SIMULATED.toLocaleString('en-US')}`,
  })
}

interface Pages {
  readonly result: CaseResult
  readonly p50: number
  readonly p99: number
}

/** The page as the server composes it, verification included, for credentials picked at random. */
async function pageCase(place: ServerPlace, id: string, rows: number, isQuick: boolean, few?: Pages): Promise<Pages> {
  const pages = isQuick ? PAGES.quick : PAGES.thorough
  const times: number[] = []
  for (const publicId of await copyAwards(place, rows, pages + PAGES_BEFORE)) {
    const started = performance.now()
    const response = await place.get(`/c/${publicId}`)
    const body = await response.text()
    times.push(performance.now() - started)
    if (response.status !== 200 || !body.includes('</html>')) throw new Error(`/c/${publicId}: ${response.status}`)
  }
  const sorted = times.slice(PAGES_BEFORE).sort((a, b) => a - b)
  const [p50, p99] = [sorted[Math.floor(pages / 2)]!, sorted[Math.floor(pages * 0.99)]!]
  const against = few ? `; p50 × ${(p50 / few.p50).toFixed(2)}, p99 × ${(p99 / few.p99).toFixed(2)} of page-1k` : ''
  const result = {
    id,
    unit: 'ms',
    ...{ median: p50, min: sorted[0]!, max: sorted.at(-1)! },
    ...{ ratioToRival: null, fractionOfLimit: null, fallbacks: null },
    goals: [
      atMost('G10 p99', p99, 20, ' ms'),
      ...(few ? [atMost('p50 against 1k', p50 / few.p50, 1.5), atMost('p99 against 1k', p99 / few.p99, 1.5)] : []),
    ],
    note: `p99 ${p99.toFixed(2)} ms${against}; ${pages} pages out of ${rows.toLocaleString('en-US')}`,
  }
  return { result, p50, p99 }
}
