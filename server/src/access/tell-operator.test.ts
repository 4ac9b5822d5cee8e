import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ports } from '../platform/ports.ts'
import { showsMessages } from './tell-operator.ts'

const CASES = [
  ['outbox', 'http://localhost:3000', true],
  ['outbox', 'http://127.0.0.1:3000', true],
  ['outbox', 'http://[::1]:3000', true],
  ['outbox', 'https://badges.hanbit.example', false],
  ['outbox', 'http://127.0.0.1.evil.example', false],
  ['outbox', 'http://192.168.0.5:3000', false],
  ['smtp', 'http://localhost:3000', false],
  ['smtp', 'https://badges.hanbit.example', false],
] as const

test('a sign-in message is shown on the screen only where no mail goes out and nobody else looks', () => {
  for (const [kind, origin, shown] of CASES) {
    const ports = { mail: { kind }, config: { origin } } as unknown as Ports
    assert.equal(showsMessages(ports), shown, `${kind} ${origin}`)
  }
})
