/** An institution with a published achievement, for tests that award it. */

import assert from 'node:assert/strict'
import type { AwardBatch, Credential } from '@kolleges/api'
import { sql } from 'kysely'
import { createApiKey } from '../src/access/index.ts'
import { createInstitution } from '../src/issuers/index.ts'
import { type Harness, type HarnessOptions, harness } from './harness.ts'

export type Awarding = Harness & {
  readonly institutionId: string
  readonly did: string
  readonly key: string
  readonly achievement: string
  /** Awards, and with `drain` (the default) also signs and delivers. */
  award(
    recipients: readonly object[],
    more?: { readonly drain?: boolean; readonly [field: string]: unknown },
  ): Promise<AwardBatch>
  credentials(query?: string): Promise<Credential[]>
}

export type AwardingOptions = HarnessOptions & {
  readonly standing?: 'test' | 'confirmed'
  readonly achievement?: object
}

export const ACHIEVEMENT = {
  name: 'AI 데이터 기초',
  description: '데이터를 모으고 다듬고 읽는 기초를 익힌 사람에게 드립니다.',
  criteria: { narrative: '8주 과정을 마치고 최종 과제에서 70점 이상을 받습니다.' },
  kind: 'MicroCredential',
  skills: ['데이터 분석', 'Python'],
  publish: true,
}

export async function openAwarding(options: AwardingOptions = {}): Promise<Awarding> {
  const app = await harness(options)
  try {
    return await furnish(app, options)
  } catch (error) {
    await app.close()
    throw error
  }
}

async function furnish(app: Harness, options: AwardingOptions): Promise<Awarding> {
  const created = await createInstitution(app.ports, {
    name: { ko: '한빛대학교', en: 'Hanbit University' },
    slug: 'hanbit',
    kind: 'university',
    standing: options.standing ?? 'confirmed',
    owner: 'owner@hanbit.example',
  })
  assert.equal(created.outcome, 'created')
  if (created.outcome !== 'created') throw new Error('no institution')
  const { id: institutionId, did } = created.institution
  const { secret: key } = await app.ports.db.tenant(institutionId, (tx) =>
    createApiKey(tx, app.ports, { institutionId, name: 'test', role: 'admin', actor: 'test' }),
  )
  const achievement = await publishAchievement(app, key, options.achievement)
  return {
    ...app,
    ...{ institutionId, did, key, achievement },
    award: async (recipients, { drain = true, ...more } = {}) => {
      const json = { achievement, recipients, ...more }
      const response = await app.request('/v1/award-batches', { key, json })
      const body = await response.text()
      assert.equal(response.status, 202, body)
      const batch = JSON.parse(body) as AwardBatch
      if (!drain) return batch
      await app.drain()
      return (await (await app.request(`/v1/award-batches/${batch.id}`, { key })).json()) as AwardBatch
    },
    credentials: async (query = '') => {
      const response = await app.request(`/v1/credentials?limit=100${query}`, { key })
      assert.equal(response.status, 200)
      return ((await response.json()) as { data: Credential[] }).data
    },
  }
}

export async function publishAchievement(app: Harness, key: string, parts: object = {}): Promise<string> {
  const response = await app.request('/v1/achievements', { key, json: { ...ACHIEVEMENT, ...parts } })
  const body = await response.text()
  assert.equal(response.status, 201, body)
  return (JSON.parse(body) as { id: string }).id
}

/** Invented people, each with an address of their own. */
export const people = (count: number, from = 0): { name: string; email: string }[] =>
  Array.from({ length: count }, (_, i) => ({ name: `학습자 ${from + i}`, email: `learner${from + i}@learner.example` }))

/** Puts another text in the place of what was signed, as only somebody with the database in their hands can. */
export const tamper = (app: Harness, publicId: string, text: string): Promise<unknown> =>
  app.ports.db.operator((tx) =>
    sql`UPDATE signed_credentials SET text = ${text}, packed = NULL
      WHERE award_id = (SELECT id FROM awards WHERE public_id = ${publicId})`.execute(tx),
  )
