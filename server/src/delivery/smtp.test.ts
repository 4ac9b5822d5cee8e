import assert from 'node:assert/strict'
import type { AddressInfo, Socket } from 'node:net'
import { test } from 'node:test'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { openMail } from '../platform/mail.ts'
import { faultOf, type SendFault } from './message.ts'

type Sink = { readonly smtp: SMTPServer; readonly sockets: Set<Socket> }

async function openSink(options: (sockets: Set<Socket>) => SMTPServerOptions): Promise<Sink> {
  const sockets = new Set<Socket>()
  const smtp = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], ...options(sockets) })
  smtp.server.on('connection', (socket: Socket) => sockets.add(socket))
  smtp.on('error', () => {})
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  return { smtp, sockets }
}

/** What our mail port reports when the server behaves like that. */
async function faultWith(options: (sockets: Set<Socket>) => SMTPServerOptions): Promise<SendFault> {
  const { smtp } = await openSink(options)
  const fault = await faultAt((smtp.server.address() as AddressInfo).port)
  await new Promise<void>((resolve) => smtp.close(resolve))
  return fault
}

async function faultAt(port: number): Promise<SendFault> {
  const mail = openMail(`smtp://127.0.0.1:${port}`, 'Kolleges <kolleges@hanbit.example>')
  try {
    const to = 'haneul@learner.example'
    await mail.send({ to, subject: '배지', text: '내용', messageId: '<1@hanbit.example>' })
  } catch (error) {
    return faultOf(error)
  } finally {
    mail.close()
  }
  throw new Error('the message was taken')
}

const refusing = (responseCode: number): Error => Object.assign(new Error('so be it'), { responseCode })

test('an address that does not exist is refused for good', async () => {
  const fault = await faultWith(() => ({ onRcptTo: (_address, _session, done) => done(refusing(550)) }))
  assert.deepEqual([fault.kind, fault.text], ['permanent', '550 so be it'])
})

test('a busy server is tried again', async () => {
  const fault = await faultWith(() => ({ onMailFrom: (_address, _session, done) => done(refusing(451)) }))
  assert.equal(fault.kind, 'unsent')
})

test('a server that refuses the body when it has it did not take it', async () => {
  const fault = await faultWith(() => ({
    onData: (stream, _session, done) => stream.on('end', () => done(refusing(452))).resume(),
  }))
  assert.equal(fault.kind, 'unsent')
})

test('a server that takes the body and hangs up before it says so leaves it unclear', async () => {
  const fault = await faultWith((sockets) => ({
    onData: (stream) =>
      stream
        .on('end', () => {
          for (const socket of sockets) socket.destroy()
        })
        .resume(),
  }))
  assert.equal(fault.kind, 'unclear')
})

test('where nobody listens nothing was sent', async () => {
  const { smtp } = await openSink(() => ({}))
  const { port } = smtp.server.address() as AddressInfo
  await new Promise<void>((resolve) => smtp.close(resolve))
  assert.equal((await faultAt(port)).kind, 'unsent')
})
