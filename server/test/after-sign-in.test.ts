import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSignInLink } from '../src/access/index.ts'
import { openAwarding } from './awarding.ts'

test('after signing in everybody lands where they have something to do', async () => {
  const h = await openAwarding()
  try {
    await h.award([
      { name: '김하늘', email: 'Haneul@Learner.example' },
      { name: '한빛 담당자', email: 'owner@hanbit.example' },
    ])
    const cases = [
      ['haneul@learner.example', '/me'],
      ['owner@hanbit.example', '/app'],
      ['nobody@new.example', '/app'],
    ] as const
    for (const [email, expected] of cases) {
      const { pathname } = new URL(await createSignInLink(h.ports, email))
      const entered = await h.request(pathname, { method: 'POST' })
      assert.equal(entered.headers.get('location'), expected, email)
    }
  } finally {
    await h.close()
  }
})

test('an institution cannot come in as the owner of another by awarding them a badge', async () => {
  const h = await openAwarding({ mailKind: 'outbox' })
  try {
    await h.award([{ name: '다른 기관의 소유자', email: 'owner@hanbit.example' }])
    const listed = (await (await h.request('/v1/messages', { key: h.key })).json()) as { data: { id: string }[] }
    const letter = (await (await h.request(`/v1/messages/${listed.data[0]!.id}`, { key: h.key })).json()) as {
      text: string
    }
    const claimed = await h.request(new URL(letter.text.match(/http\S+\/k\/[\w-]+/)![0]).pathname, { method: 'POST' })
    const cookie = claimed.headers.get('set-cookie')!.split(';')[0]!
    assert.equal((await h.request('/me', { cookie })).status, 200)
    assert.equal((await h.request('/v1/session', { cookie })).status, 401)
    assert.equal((await h.request('/v1/institution', { cookie })).status, 403)
    assert.equal((await h.request('/v1/api-keys', { cookie, json: { name: 'mine', role: 'admin' } })).status, 403)
  } finally {
    await h.close()
  }
})
