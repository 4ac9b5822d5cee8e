import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PlatformError } from '../platform/errors.ts'
import { MESSAGE_ATTEMPTS_MAX } from './limits.ts'
import { afterFault, faultOf, start } from './message.ts'

test('a message is sent until it is sent; one found on its way may have arrived', () => {
  const cases = [
    ['queued', false, false, { outcome: 'send', possiblyRepeated: false }],
    ['queued', true, false, { outcome: 'send', possiblyRepeated: true }],
    ['sending', false, false, { outcome: 'send', possiblyRepeated: true }],
    ['sent', false, false, { outcome: 'nothing-to-do' }],
    ['sent', false, true, { outcome: 'nothing-to-do' }],
    ['failed', false, false, { outcome: 'nothing-to-do' }],
    ['queued', false, true, { outcome: 'withdraw', fault: 'credential-revoked' }],
  ] as const
  for (const [state, possiblyRepeated, isOutdated, wanted] of cases) {
    assert.deepEqual(start({ state, possiblyRepeated, isOutdated }), wanted)
  }
})

const smtpError = (parts: object): Error =>
  new PlatformError('mail-refused', 'The mail server did not take a message.', {
    cause: Object.assign(new Error('smtp'), parts),
  })

test('what the mail server answered decides whether trying again can help', () => {
  const cases = [
    [{ responseCode: 550, response: '550 5.1.1 no such mailbox', command: 'RCPT TO' }, 'permanent'],
    [{ responseCode: 554, response: '554 refused', command: 'DATA' }, 'permanent'],
    [{ responseCode: 451, response: '451 try later', command: 'DATA' }, 'unsent'],
    [{ code: 'ESOCKET', syscall: 'connect', command: 'CONN' }, 'unsent'],
    [{ code: 'EAUTH', command: 'AUTH PLAIN' }, 'unsent'],
    [{ code: 'ECONNECTION', command: 'CONN' }, 'unclear'],
    [{ code: 'ETIMEDOUT' }, 'unclear'],
    [{}, 'unclear'],
  ] as const
  for (const [parts, kind] of cases) assert.equal(faultOf(smtpError(parts)).kind, kind, JSON.stringify(parts))
  assert.equal(faultOf('no error at all').kind, 'unclear')
  assert.equal(faultOf(smtpError({ response: '451\r\nBcc: a@b.example' })).text, '451 Bcc: a@b.example')
})

test('the pauses between attempts grow to ten minutes, and after a day it is given up', () => {
  const pause = (attempts: number) => {
    const next = afterFault({ kind: 'unsent', text: '' }, attempts)
    return next.outcome === 'again' ? next.afterSeconds : 'give-up'
  }
  assert.deepEqual([1, 2, 3, 7, 100].map(pause), [15, 30, 60, 600, 600])
  assert.equal(pause(MESSAGE_ATTEMPTS_MAX), 'give-up')
  assert.deepEqual(afterFault({ kind: 'permanent', text: '' }, 1), { outcome: 'give-up' })
  assert.equal((afterFault({ kind: 'unclear', text: '' }, 1) as { state: string }).state, 'sending')
})
