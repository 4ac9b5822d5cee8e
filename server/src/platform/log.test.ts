import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PlatformError } from './errors.ts'
import { openLog } from './log.ts'

function written(work: (log: ReturnType<typeof openLog>) => void): string {
  let text = ''
  const write = (line: string): void => {
    text += line
  }
  work(openLog({ write }))
  return text
}

test('an error of a stranger is logged without its message, which may quote people', () => {
  const text = written((log) => log.error('job', new Error('duplicate key (email)=(haneul@example.com)'), { job: 'x' }))
  assert.ok(!text.includes('haneul'))
  assert.match(text, /"error":"Error".*"at":"at /)
})

test('an error of our own is logged with its message and the class of its cause', () => {
  const cause = new Error('secret')
  const text = written((log) => log.error('mail', new PlatformError('mail-refused', 'Not taken.', { cause })))
  assert.match(text, /Not taken\./)
  assert.match(text, /mail-refused/)
  assert.ok(!text.includes('secret'))
})
