import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { PlatformError } from './errors.ts'
import { type OpenMail, openMail } from './mail.ts'

type Received = { readonly to: string[]; readonly mail: ParsedMail }
const received: Received[] = []
let server: SMTPServer
let mail: OpenMail
before(async () => {
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _, done) => done(address.startsWith('nobody@') ? new Error('no such mailbox') : undefined),
    onData: (stream, session, done) => {
      void simpleParser(stream).then((parsed) => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail: parsed })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  mail = openMail(`smtp://127.0.0.1:${port}`, '한빛대학교 <badge@hanbit.example>')
})
after(async () => {
  mail.close()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

const message = {
  to: 'haneul@example.com',
  subject: '배지가 도착했어요',
  text: '본문',
  html: '<p>본문</p>',
  messageId: '<1@hanbit.example>',
}

test('a message arrives with its words, its sender and its id', async () => {
  await mail.send({ ...message, headers: { 'Auto-Submitted': 'auto-generated' } })
  const { to, mail: got } = received.at(-1)!
  assert.deepEqual(to, ['haneul@example.com'])
  assert.equal(got.subject, message.subject)
  assert.equal(got.text?.trim(), '본문')
  assert.equal(got.messageId, message.messageId)
  assert.equal(got.from?.value[0]?.name, '한빛대학교')
  assert.equal(got.headers.get('auto-submitted'), 'auto-generated')
})

for (const to of ['a@b.kr\r\nBcc: c@d.kr', 'a@b.kr, c@d.kr', 'x <a@b.kr>, c@d.kr']) {
  test(`${JSON.stringify(to)} reaches nobody`, async () => {
    const before = received.length
    await assert.rejects(mail.send({ ...message, to }), PlatformError)
    assert.equal(received.length, before)
  })
}

test('a subject with line ends adds no header', async () => {
  await mail.send({ ...message, subject: 'a\r\nBcc: c@d.kr' })
  assert.deepEqual(received.at(-1)!.to, ['haneul@example.com'])
  assert.equal(received.at(-1)!.mail.headers.has('bcc'), false)
})

test('a refused mailbox is an error that does not quote the address', async () => {
  await assert.rejects(
    mail.send({ ...message, to: 'nobody@example.com' }),
    (error) => error instanceof PlatformError && !error.message.includes('nobody@'),
  )
})

test('without a mail server nothing is sent and nothing fails', async () => {
  const outbox = openMail(undefined, 'a@b.kr')
  assert.equal(outbox.kind, 'outbox')
  await outbox.send(message)
})
