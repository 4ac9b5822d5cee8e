import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { VERDICTS } from '@kolleges/credentials'
import { type Awarding, openAwarding, tamper } from '../../test/awarding.ts'
import { stranger } from '../../test/stranger.ts'
import { resultPage } from './pages/result-page.ts'
import { headlineOf, LOOKS } from './verdict-words.ts'
import { verifyText } from './verify.ts'

let app: Awarding
before(async () => {
  app = await openAwarding()
})
after(() => app.close())

type Verdict = (typeof VERDICTS)[number]
type Fixture = () => Promise<{ path: string } | { text: string }>

const haneul = { name: '김하늘', email: 'haneul@learner.example' }

async function issued(more: object = {}): Promise<string> {
  const batch = await app.award([haneul], { alreadyAwarded: 'issue', ...more })
  return (await app.credentials(`&award_batch=${batch.id}`))[0]!.id
}

const stored = async (id: string): Promise<string> => (await app.request(`/c/${id}.json`)).text()

/** Each state as it comes about: ours at its own page, a stranger's handed in at the hub. */
const FIXTURES: Record<Exclude<Verdict, 'superseded'>, Fixture> = {
  valid: async () => ({ path: `/c/${await issued()}` }),
  revoked: async () => {
    const id = await issued()
    const json = { reason: '부정행위' }
    assert.equal((await app.request(`/v1/credentials/${id}/revocation`, { key: app.key, json })).status, 201)
    return { path: `/c/${id}` }
  },
  not_yet_valid: async () => ({ path: `/c/${await issued({ validFrom: '2027-03-01T00:00:00Z' })}` }),
  expired: async () => ({
    path: `/c/${await issued({ validFrom: '2025-01-01T00:00:00Z', validUntil: '2026-01-01T14:59:59Z' })}`,
  }),
  tampered: async () => {
    const id = await issued()
    const text = (await stored(id)).replace('김하늘', '김바다')
    await tamper(app, id, text)
    return { path: `/c/${id}` }
  },
  test: async () => {
    const id = await issued()
    await app.ports.db.operator((tx) => tx.updateTable('institutions').set({ standing: 'test' }).execute())
    return { path: `/c/${id}` }
  },
  unreadable: async () => ({ text: 'eyJ nothing that could be a credential, only words' }),
  issuer_unverified: async () => {
    const other = stranger()
    await other.publish(app.web)
    return { text: await other.issue() }
  },
  suspended: async () => {
    const other = stranger()
    await other.publish(app.web, { purpose: 'suspension', set: 4711 })
    const status = { listUrl: 'https://badges.elsewhere.example/status/1', index: 4711, purpose: 'suspension' } as const
    return { text: await other.issue({ status }) }
  },
  status_unknown: async () => {
    const other = stranger()
    await other.publish(app.web)
    app.web.delete('https://badges.elsewhere.example/status/1')
    return { text: await other.issue() }
  },
}

async function pageOf(fixture: Awaited<ReturnType<Fixture>>, language: string): Promise<string> {
  if ('path' in fixture) return (await app.request(`${fixture.path}?lang=${language}`)).text()
  const body = new FormData()
  body.set('input', fixture.text)
  return (await app.request(`/v?lang=${language}`, { method: 'POST', body })).text()
}

/** Of the page alone, without the stylesheet that knows every tone. */
const tones = (page: string): string[] => [...page.matchAll(/tone-(\w+)/g)].map(([, tone]) => tone!)

for (const [verdict, fixture] of Object.entries(FIXTURES)) {
  test(`${verdict} is said in Korean and English, and green only when valid`, async () => {
    const made = await fixture()
    for (const language of ['ko', 'en'] as const) {
      const page = await pageOf(made, language)
      assert.match(page, new RegExp(`data-verdict="${verdict}"`))
      assert.ok(page.includes(headlineOf(verdict as Verdict, language)), `${verdict} in ${language}`)
      assert.match(page, new RegExp(`<html lang="${language}"`))
      assert.deepEqual(tones(page), [LOOKS[verdict as Verdict].tone])
      assert.equal(page.includes('tone-ok'), verdict === 'valid')
      assert.equal(page.includes('hatched'), verdict === 'test')
      assert.doesNotMatch(page, /김바다/)
    }
    await app.ports.db.operator((tx) => tx.updateTable('institutions').set({ standing: 'confirmed' }).execute())
  })
}

test('superseded names the newer credential', async () => {
  const result = await verifyText(app.ports, await stored(await issued()))
  const checks = result.checks.map((line) =>
    line.check === 'status'
      ? {
          ...line,
          outcome: 'failed' as const,
          because: 'superseded',
          detail: { supersededBy: 'https://new.example/c/1' },
        }
      : line,
  )
  const issuer = { name: '한빛대학교', standing: 'confirmed', hasLogo: false } as const
  for (const language of ['ko', 'en'] as const) {
    const response = await resultPage({ result: { ...result, checks, verdict: 'superseded' }, issuer, language })
    const page = await response.text()
    assert.ok(page.includes(headlineOf('superseded', language)))
    assert.ok(page.includes('https://new.example/c/1'))
    assert.equal(page.includes('tone-ok'), false)
  }
})

test('every verdict of the core has its words and its own shape', () => {
  const icons = VERDICTS.map((verdict) => LOOKS[verdict].icon)
  assert.equal(new Set(icons).size, VERDICTS.length)
  assert.deepEqual(
    VERDICTS.filter((verdict) => LOOKS[verdict].tone === 'ok'),
    ['valid'],
  )
})
