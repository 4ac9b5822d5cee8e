// The last two parts completed at once, a revocation racing them: one micro-degree for each learner, none on a part revoked before.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pathway } from '@kolleges/api'
import { sql } from 'kysely'
import { type Awarding, openAwarding, people, publishAchievement } from '../../test/awarding.ts'
import { revokeAward } from '../issuing/revoke.ts'
import { advanceLearners } from './advance.ts'
import { followIssued, followRevoked } from './follow-award.ts'

const PAIRS = 60
/** Workers that take what there is to do, each with a connection of its own. */
const LANES = 10

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

/** Signed, but nobody has listened to it yet: the jobs of the event are run by hand, all at once. */
async function issueWithoutListening(achievement: string): Promise<Map<string, Row[]>> {
  await app.award(people(PAIRS), { achievement, drain: false })
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

const somebodyWaits = async (): Promise<void> => {
  const query = sql<{ n: number }>`SELECT count(*) AS n FROM pg_locks WHERE NOT granted
    AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`
  while ((await app.ports.db.operator((tx) => query.execute(tx))).rows[0]?.n === 0) await sleep(5)
}

/** Each learner's own tasks stay together and so meet; which begins first differs from learner to learner. */
const shuffled = <T>(groups: readonly (readonly T[])[]): T[] =>
  groups.flatMap((tasks, at) => tasks.map((_, i) => tasks[(i + at) % tasks.length]!))

test('two parts at once make one micro-degree, and a revocation makes none or flags it', async () => {
  await app.award(people(PAIRS), { achievement: parts[0] })
  const [base, second, third] = [
    await awardsOf(parts[0]),
    await issueWithoutListening(parts[1]),
    await issueWithoutListening(parts[2]),
  ]
  const { institutionId } = app
  const learnerIds = [...base.keys()]
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
    return isRevoked(at) ? [revoked, ...listened] : listened
  })
  const waiting = shuffled(tasks)
  const lane = async (): Promise<void> => {
    for (let task = waiting.pop(); task; task = waiting.pop()) await task()
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  await app.drain()
  const found = new Map((await degrees()).map((degree) => [degree.learner_id, degree]))
  const awards = await awardsOf(pathway.achievement.id)
  const told = { awarded: 0, flagged: 0, none: 0 }
  for (const [at, learnerId] of learnerIds.entries()) {
    const [degree, given] = [found.get(learnerId), awards.get(learnerId) ?? []]
    assert.equal(given.length, degree ? 1 : 0, 'one credential for one micro-degree')
    if (degree) assert.deepEqual([degree.state, degree.award_id, given[0]?.state], ['awarded', given[0]?.id, 'issued'])
    if (isRevoked(at) && degree) assert.notEqual(degree.flagged_at, null, 'a revocation after the award flags it')
    else if (!isRevoked(at)) assert.equal(degree?.flagged_at, null)
    told[degree ? (isRevoked(at) ? 'flagged' : 'awarded') : 'none'] += 1
  }
  assert.equal(told.awarded, (PAIRS * 3) / 5)
  assert.equal(told.flagged + told.none, (PAIRS * 2) / 5)
  assert.ok(told.flagged > 0 && told.none > 0, 'the race was run both ways')
})

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

test('reckoning a learner many times at once changes nothing', async () => {
  const before = await degrees()
  const learnerIds = before.slice(0, 20).map((degree) => degree.learner_id)
  const { institutionId } = app
  await Promise.all(Array.from({ length: 12 }, () => advanceLearners(app.ports, { institutionId, learnerIds })))
  await app.drain()
  assert.equal((await degrees()).length, before.length)
})
