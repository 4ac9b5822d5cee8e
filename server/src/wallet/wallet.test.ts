import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Credential } from '@kolleges/api'
import { type Awarding, openAwarding } from '../../test/awarding.ts'
import { cookieOf } from '../../test/staff.ts'
import { claimToken, findAwardByPublicId } from '../issuing/index.ts'

let app: Awarding
before(async () => {
  app = await openAwarding()
})
after(() => app.close())

let count = 0

/** A fresh learner with one signed badge, and the link in their mail. */
async function learner(): Promise<{ email: string; credential: Credential; link: string }> {
  const email = `learner.${++count}@learner.example`
  const batch = await app.award([{ name: '김하늘', email }])
  const credential = (await app.credentials(`&award_batch=${batch.id}`))[0]!
  const award = (await findAwardByPublicId(app.ports, credential.id))!
  return { email, credential, link: `/k/${claimToken(app.ports, award.id)}` }
}

const rows = () =>
  app.ports.db.operator(async (tx) => ({
    awards: await tx.selectFrom('awards').selectAll().orderBy('id').execute(),
    events: await tx.selectFrom('events').select('id').execute(),
    sessions: await tx.selectFrom('sessions').select('token_hash').execute(),
  }))

const press = (path: string, more: object = {}) => app.request(path, { method: 'POST', ...more })
const sessionOf = (response: Response): string | undefined => response.headers.get('set-cookie')?.split(';')[0]

test('looking at a claim link changes nothing, however often', async () => {
  const { link } = await learner()
  const before = await rows()
  for (let i = 0; i < 3; i++) assert.equal((await app.request(link)).status, 200)
  assert.deepEqual(await rows(), before)
})

test('the link shows the badge and only a masked address', async () => {
  const { link, email } = await learner()
  const page = await (await app.request(`${link}?lang=ko`)).text()
  assert.match(page, /AI 데이터 기초/)
  assert.match(page, /le•••@learner\.example 님이 맞나요\?/)
  assert.ok(!page.includes(email))
  assert.doesNotMatch(page, /김하늘/)
})

test('the link in the mail is the one that claims', async () => {
  const { link, email } = await learner()
  const message = app.mail.sent.find(({ to }) => to.includes(email))
  assert.ok(message?.text.includes(link))
})

test('pressing the button claims once, signs in, and tells the listeners; again is harmless', async () => {
  const { link, credential } = await learner()
  const first = await press(link)
  assert.equal(first.status, 303)
  assert.equal(first.headers.get('location'), link)
  const cookie = sessionOf(first)
  assert.match(cookie ?? '', /^kolleges_session=/)
  const before = await rows()
  app.clock.advance(60)
  const second = await press(link)
  assert.equal(second.status, 303)
  assert.equal(sessionOf(second), undefined)
  assert.deepEqual(await rows(), before)
  assert.ok((await findAwardByPublicId(app.ports, credential.id))!.claimedAt)
  const done = await (await app.request(`${link}?lang=ko`, { cookie: cookie! })).text()
  assert.match(done, /축하해요, 김하늘 님!/)
  assert.match(done, /linkedin\.com\/profile\/add/)
  assert.match(await (await app.request(`${link}?lang=ko`)).text(), /이미 받은 배지예요/)
})

test('two presses at once claim once', async () => {
  const { link } = await learner()
  const before = (await rows()).events.length
  await Promise.all([press(link), press(link)])
  assert.equal((await rows()).events.length, before + 1)
})

test('"this isn’t mine" hides the badge until it is claimed after all', async () => {
  const { link, credential, email } = await learner()
  assert.equal((await press(`${link}/decline`)).status, 303)
  assert.equal((await app.request(`/c/${credential.id}`)).status, 404)
  const cookie = await cookieOf(app, email)
  assert.doesNotMatch(await (await app.request('/me', { cookie })).text(), new RegExp(credential.id))
  assert.match(await (await app.request(`${link}?lang=ko`)).text(), /그래도 배지 받기/)
  await press(link)
  assert.equal((await app.request(`/c/${credential.id}`)).status, 200)
  await press(`${link}/decline`)
  assert.equal((await app.request(`/c/${credential.id}`)).status, 200)
})

test('an expired link claims nothing and offers a new one to the same address', async () => {
  const { link, credential, email } = await learner()
  await app.ports.db.operator((tx) =>
    tx
      .updateTable('awards')
      .set({ claim_expires_at: app.ports.clock.after(-1) })
      .where('public_id', '=', credential.id)
      .execute(),
  )
  assert.match(await (await app.request(`${link}?lang=ko`)).text(), /링크가 만료되었어요/)
  const pressed = await press(link)
  assert.equal(sessionOf(pressed), undefined)
  assert.equal((await findAwardByPublicId(app.ports, credential.id))!.claimedAt, null)
  const before = app.mail.sent.length
  assert.equal((await press(`${link}/renewal`)).status, 200)
  assert.deepEqual(
    app.mail.sent.slice(before).map(({ to }) => to),
    [email],
  )
  const cookie = await cookieOf(app, email)
  assert.equal((await press(`/me/credentials/${credential.id}/claim`, { cookie })).status, 303)
  assert.ok((await findAwardByPublicId(app.ports, credential.id))!.claimedAt)
})

test('a made-up link leads nowhere, whatever is pressed', async () => {
  for (const path of ['/k/made-up', '/k/made-up/decline', '/k/made-up/renewal'])
    assert.equal((await press(path)).status, 404)
  assert.equal((await app.request('/k/made-up')).status, 404)
})

test('the wallet shows every badge under the address and nobody else’s', async () => {
  const mine = await learner()
  const other = await learner()
  const cookie = await cookieOf(app, mine.email)
  const page = await (await app.request('/me?lang=ko', { cookie })).text()
  assert.match(page, new RegExp(mine.credential.id))
  assert.doesNotMatch(page, new RegExp(other.credential.id))
  assert.match(page, /새 배지/)
  const empty = await (
    await app.request('/me?lang=ko', { cookie: await cookieOf(app, 'nobody@learner.example') })
  ).text()
  assert.match(empty, /아직 받은 배지가 없어요/)
  const away = await app.request('/me')
  assert.equal(away.status, 303)
  assert.equal(away.headers.get('location'), '/sign-in?next=%2Fme')
})

test('a holder decides who sees a badge; others and other sites decide nothing', async () => {
  const { credential, email } = await learner()
  const path = `/me/credentials/${credential.id}/visibility`
  const form = (visibility: string) => new URLSearchParams({ visibility, hide_name: 'yes' })
  const cookie = await cookieOf(app, email)
  const headers = { origin: 'https://evil.example' }
  assert.equal((await press(path, { cookie, body: form('private'), headers })).status, 403)
  const stranger = await cookieOf(app, 'stranger@learner.example')
  assert.equal((await press(path, { cookie: stranger, body: form('private') })).status, 404)
  assert.equal((await app.request(`/c/${credential.id}`)).status, 200)
  assert.equal((await press(path, { cookie, body: form('private') })).status, 303)
  assert.equal((await app.request(`/c/${credential.id}`)).status, 404)
  assert.equal((await press(path, { cookie, body: form('elsewhere') })).status, 422)
  const award = (await findAwardByPublicId(app.ports, credential.id))!
  assert.deepEqual([award.visibility, award.nameHidden], ['private', true])
})

test('after saving, the holder comes back to the page they were on, never to another site', async () => {
  const { credential, email } = await learner()
  const cookie = await cookieOf(app, email)
  for (const [back, wanted] of [
    [`/c/${credential.id}`, `/c/${credential.id}`],
    ['https://evil.example/', `/me?done=saved#${credential.id}`],
    ['//evil.example/', `/me?done=saved#${credential.id}`],
  ] as const) {
    const body = new URLSearchParams({ visibility: 'link', back })
    const saved = await press(`/me/credentials/${credential.id}/visibility`, { cookie, body })
    assert.equal(saved.headers.get('location'), wanted)
  }
})

test('lost badges are found through the common sign-in', async () => {
  const page = await (await app.request('/find?lang=ko')).text()
  assert.match(page, /action="\/sign-in"/)
  assert.match(page, /name="next" value="\/me"/)
})
