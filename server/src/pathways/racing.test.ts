// The last two parts completed at once, a revocation racing them: one micro-degree for each learner, none on a part revoked before.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pathway } from '@kolleges/api'
import { sql } from 'kysely'
import { type Awarding, openAwarding, people, publishAchievement } from '../../test/awarding.ts'
import { issueAwards } from '../issuing/issue.ts'
import { revokeAward } from '../issuing/revoke.ts'
import { advanceLearners } from './advance.ts'
import { followIssued, followRevoked, followWithheld } from './follow-award.ts'

/** Three hundred in the suite; ten thousand in `npm run prove`. */
const PAIRS = Number(process.env.KOLLEGES_PROVE_RUNS ?? 3_000) / 10
const ROSTER = 1_000
/** Workers that take what there is to do, each with a connection of its own. */
const LANES = 10
const BLOCK = 2 * LANES

let app: Awarding
let parts: [first: string, second: string, third: string]
let pathway: Pathway
before(async () => {
  app = await openAwarding()
  const part = (name: string) => publishAchievement(app, app.key, { name, kind: 'Course' })
  parts = [await part('하나'), await part('둘'), await part('셋')]
  const achievement = await publishAchievement(app, app.key, { name: '마이크로디그리' })
  const rule = { all: parts.map((badge) => ({ badge })) }
  const created = await app.request('/v1/pathways', { key: app.key, json: { achievement, rule } })
  const { id } = (await created.json()) as Pathway
  const published = await app.request(`/v1/pathways/${id}/publication`, { key: app.key, json: {} })
  pathway = (await published.json()) as Pathway
  assert.equal(pathway.state, 'published')
})
after(() => app?.close())

type Row = { id: string; public_id: string; learner_id: string; state: string }
const awardsOf = (achievement: string): Promise<Map<string, Row[]>> =>
  app.ports.db.tenant(app.institutionId, async (tx) => {
    const rows = await tx
      .selectFrom('awards')
      .select(['id', 'public_id', 'learner_id', 'state'])
      .where('achievement_id', '=', achievement)
      .execute()
    return Map.groupBy(rows, (row) => row.learner_id)
  })

const degrees = () =>
  app.ports.db.tenant(app.institutionId, (tx) =>
    tx.selectFrom('pathway_degrees').selectAll().where('pathway_id', '=', pathway.id).execute(),
  )

/** Issued, but nobody has listened to it yet: the jobs of the event are run by hand, all at once. */
async function issueWithoutListening(achievement: string): Promise<Map<string, Row[]>> {
  for (let from = 0; from < PAIRS; from += ROSTER)
    await app.award(people(Math.min(ROSTER, PAIRS - from), from), { achievement, drain: false })
  await markIssued(achievement)
  return awardsOf(achievement)
}

const markIssued = (achievement: string) =>
  app.ports.db.tenant(app.institutionId, (tx) =>
    tx
      .updateTable('awards')
      .set({ state: 'issued', issued_at: app.clock.now() })
      .where('achievement_id', '=', achievement)
      .where('state', '=', 'pending')
      .execute(),
  )

/** The database itself refuses a micro-degree one of whose parts is not in force at the moment it is issued. */
const refuseGroundless = () =>
  app.ports.db.operator(async (tx) => {
    await sql`CREATE FUNCTION refuse_groundless() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF EXISTS (SELECT FROM awards part WHERE part.id = ANY (NEW.rests_on) AND part.state <> 'issued')
      THEN RAISE EXCEPTION 'a micro-degree on a part that is not in force'; END IF;
      RETURN NEW; END $$`.execute(tx)
    await sql`CREATE TRIGGER refuse_groundless BEFORE UPDATE ON awards FOR EACH ROW
      WHEN (NEW.state = 'issued' AND OLD.state = 'pending') EXECUTE FUNCTION refuse_groundless()`.execute(tx)
  })

/** What the signing job does for the micro-degree of one learner, if it was decided by now. */
const signing = (learnerId: string) => async (): Promise<void> => {
  const { institutionId } = app
  const decided = await app.ports.db.tenant(institutionId, (tx) =>
    tx
      .selectFrom('awards')
      .select(['id', 'batch_id'])
      .where('learner_id', '=', learnerId)
      .where('achievement_id', '=', pathway.achievement.id)
      .execute(),
  )
  for (const { id, batch_id: batchId } of decided)
    await issueAwards(app.ports, { institutionId, batchId, awardIds: [id] })
}

const somebodyWaits = async (): Promise<void> => {
  const query = sql<{ n: number }>`SELECT count(*) AS n FROM pg_locks WHERE NOT granted
    AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`
  while ((await app.ports.db.operator((tx) => query.execute(tx))).rows[0]?.n === 0) await sleep(5)
}

/**
 * Which task begins first differs from learner to learner. In every second block a learner's tasks stay together and meet in the lanes;
 * in the others they come one after the other, so that the race is also lost and won by a length.
 */
function shuffled<T>(groups: readonly (readonly T[])[]): T[] {
  const turned = groups.map((tasks, at) => tasks.map((_, i) => tasks[(i + at) % tasks.length]!))
  const blocks = Array.from({ length: Math.ceil(turned.length / BLOCK) }, (_, i) =>
    turned.slice(i * BLOCK, (i + 1) * BLOCK),
  )
  return blocks.flatMap((block, at) =>
    at % 2 === 0 ? block.flat() : [0, 1, 2, 3].flatMap((i) => block.flatMap((tasks) => tasks[i] ?? [])),
  )
}

test('a revocation that commits while the learner is being reckoned leaves no micro-degree', async () => {
  const [person] = people(1, PAIRS)
  const { institutionId } = app
  const before = new Set((await awardsOf(parts[2])).keys())
  await app.award([person!], { achievement: parts[2] })
  const learnerId = [...(await awardsOf(parts[2])).keys()].find((id) => !before.has(id))!
  await app.award([person!], { achievement: parts[0] })
  await app.award([person!], { achievement: parts[1], drain: false })
  await markIssued(parts[1])
  const part = (await awardsOf(parts[0])).get(learnerId)![0]!
  const [begun, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const revoking = app.ports.db.tenant(institutionId, async (tx) => {
    await tx.updateTable('awards').set({ state: 'revoked' }).where('id', '=', part.id).execute()
    begun.resolve()
    await mayEnd.promise
  })
  await begun.promise
  // The first part still looks sound to everybody else.
  const advancing = advanceLearners(app.ports, { institutionId, learnerIds: [learnerId] })
  await somebodyWaits()
  mayEnd.resolve()
  await Promise.all([revoking, advancing])
  assert.equal(
    (await degrees()).some((degree) => degree.learner_id === learnerId),
    false,
  )
})

test('two parts at once make one micro-degree, and a revocation makes none, withholds it or flags it', async () => {
  await refuseGroundless()
  const [base, second, third] = [
    await issueWithoutListening(parts[0]),
    await issueWithoutListening(parts[1]),
    await issueWithoutListening(parts[2]),
  ]
  const { institutionId } = app
  const learnerIds = [...base].flatMap(([id, [held]]) => (held?.state === 'issued' ? [id] : []))
  const isRevoked = (at: number): boolean => at % 5 < 2
  const tasks = learnerIds.map((learnerId, at) => {
    const awardId = base.get(learnerId)![0]!.id
    const listened = [second, third].map((of) => (): Promise<unknown> => {
      const awardIds = of.get(learnerId)!.map(({ id }) => id)
      return followIssued(app.ports, { institutionId, awardIds })
    })
    const revoked = async (): Promise<void> => {
      const publicId = base.get(learnerId)![0]!.public_id
      const command = { institutionId, publicId, by: 'test', reason: '점검' }
      assert.equal((await revokeAward(app.ports, command)).outcome, 'done')
      await followRevoked(app.ports, { institutionId, awardId })
    }
    return isRevoked(at) ? [revoked, signing(learnerId), ...listened] : listened
  })
  const waiting = shuffled(tasks)
  const lane = async (): Promise<void> => {
    for (let task = waiting.pop(); task; task = waiting.pop()) await task()
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  for (const learnerId of learnerIds) await signing(learnerId)()
  const { rows: withheld } = await app.ports.db.operator((tx) =>
    sql<{ id: string }>`SELECT id FROM awards WHERE failure = 'part-not-in-force'`.execute(tx),
  )
  for (const { id } of withheld) await followWithheld(app.ports, { institutionId, awardIds: [id] })
  const found = new Map((await degrees()).map((degree) => [degree.learner_id, degree]))
  const awards = await awardsOf(pathway.achievement.id)
  const told = { awarded: 0, flagged: 0, none: 0, withheld: withheld.length }
  for (const [at, learnerId] of learnerIds.entries()) {
    const degree = found.get(learnerId)
    const given = (awards.get(learnerId) ?? []).filter(({ state }) => state !== 'failed')
    assert.equal(given.length, degree ? 1 : 0, 'one credential for one micro-degree')
    if (degree) assert.deepEqual([degree.state, degree.award_id, given[0]?.state], ['awarded', given[0]?.id, 'issued'])
    if (isRevoked(at) && degree) assert.notEqual(degree.flagged_at, null, 'a revocation after the award flags it')
    else if (!isRevoked(at)) assert.equal(degree?.flagged_at, null)
    told[degree ? (isRevoked(at) ? 'flagged' : 'awarded') : 'none'] += 1
  }
  assert.equal(told.awarded, (PAIRS * 3) / 5)
  assert.equal(told.flagged + told.none, (PAIRS * 2) / 5)
  assert.ok(
    told.flagged > 0 && told.none > 0 && told.withheld > 0,
    `the race was run every way: ${JSON.stringify(told)}`,
  )
})

test('reckoning a learner many times at once changes nothing', async () => {
  const before = await degrees()
  const learnerIds = before.slice(0, 20).map((degree) => degree.learner_id)
  const { institutionId } = app
  await Promise.all(Array.from({ length: 12 }, () => advanceLearners(app.ports, { institutionId, learnerIds })))
  assert.equal((await degrees()).length, before.length)
})
