// Measures how soon a learner's progress is right after a badge was issued: for one badge, and for the last of a whole roster.

import { setTimeout as sleep } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import { atMost } from './goals.ts'
import { speedOf } from './measure.ts'
import { type CaseResult, timesOf } from './report.ts'
import { openServerPlace, type ServerPlace } from './server-place.ts'

const ROUNDS = { quick: 3, thorough: 20 }
const ROSTER = { quick: 50, thorough: 1_000 }
const PATHWAYS = 12
const WAIT_MS_MAX = 120_000

/** On a database of its own: twelve micro-degrees, each of two badges, and a ledger that fills as the rounds go on. */
export async function progressCase(isQuick: boolean): Promise<CaseResult> {
  const place = await openServerPlace()
  try {
    const [first, last] = [await publish(place, '첫 배지'), await publish(place, '마지막 배지')]
    for (let n = 0; n < PATHWAYS; n++) await publishPathway(place, n, [first, last])
    const learners = isQuick ? ROSTER.quick : ROSTER.thorough
    const roster = Array.from({ length: learners }, (_, at) => person(`roster.${at}`))
    await give(place, first, roster, 0.5)
    const times: number[] = []
    for (let round = 0; round < (isQuick ? ROUNDS.quick : ROUNDS.thorough); round++) {
      await give(place, first, [person(`one.${round}`)], 0.5)
      times.push(await give(place, last, [person(`one.${round}`)], 1))
    }
    const behind = await give(place, last, roster, 1)
    const speed = speedOf(times)
    return timesOf('progress-after-issue', speed, {
      goals: [atMost('one badge, slowest', speed.max / 1_000, 5, ' s')],
      note: `${PATHWAYS} micro-degrees; the last learner of a roster of ${learners.toLocaleString('en-US')}: ${(behind / 1_000).toFixed(1)} s after its last badge, which completes ${(learners * PATHWAYS).toLocaleString('en-US')} micro-degrees`,
    })
  } finally {
    await place.close()
  }
}

const person = (name: string) => ({ name: `학습자 ${name}`, email: `${name}@learner.example` })

const publish = async (place: ServerPlace, name: string): Promise<string> =>
  String(
    (
      await place.post('/v1/achievements', {
        ...{ name, description: name, criteria: { narrative: name }, kind: 'MicroCredential', publish: true },
      })
    ).id,
  )

async function publishPathway(place: ServerPlace, n: number, parts: readonly string[]): Promise<void> {
  const { id } = await place.post('/v1/pathways', {
    achievement: await publish(place, `마이크로디그리 ${n}`),
    rule: { all: parts.map((badge) => ({ badge })) },
  })
  await place.post(`/v1/pathways/${id}/publication`, {})
}

/** Answers how long after the commit of the last credential the progress of all of them was right. */
async function give(place: ServerPlace, achievement: string, recipients: object[], progress: number): Promise<number> {
  const { id } = await place.post('/v1/award-batches', { achievement, recipients })
  await until(
    place,
    sql`SELECT count(*) = ${recipients.length} AS done FROM awards WHERE batch_id = ${id} AND state = 'issued'`,
  )
  const issued = performance.now()
  await until(
    place,
    sql`SELECT count(*) = ${recipients.length * PATHWAYS} AS done FROM awards a
      JOIN pathway_progress p ON p.institution_id = a.institution_id AND p.learner_id = a.learner_id
      WHERE a.batch_id = ${id} AND p.progress >= ${progress}`,
  )
  return performance.now() - issued
}

async function until(place: ServerPlace, query: RawBuilder<unknown>): Promise<void> {
  const deadline = performance.now() + WAIT_MS_MAX
  while (performance.now() < deadline) {
    const { rows } = await place.ports.db.operator((tx) => query.execute(tx))
    if ((rows[0] as { done: boolean }).done) return
    await sleep(10)
  }
  throw new Error('the progress was not right in time')
}
