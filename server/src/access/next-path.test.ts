import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownPath } from './next-path.ts'

test('a path within this server is kept with its query', () => {
  for (const path of ['/', '/app', '/me', '/app/credentials?q=%EA%B9%80', '/c/abc.json', '/signing', '/a//b']) {
    assert.equal(ownPath(path), path)
  }
  assert.equal(ownPath('/app#part'), '/app')
})

test('everything that a browser could take for another place is dropped', () => {
  const traps = [
    ...['', 'app', 'https://evil.example', '//evil.example', '///evil.example', '/\\evil.example', '\\/evil.example'],
    ...[
      '/\t/evil.example',
      '/\n/evil.example',
      ' //evil.example',
      'javascript:alert(1)',
      '/..//evil.example',
      '/.//evil.example',
    ],
    ...[
      '/app\r\nset-cookie: a=b',
      '/한글',
      '/sign-in',
      '/sign-in/abc',
      '/sign-out',
      `/${'a'.repeat(500)}`,
      null,
      undefined,
    ],
  ]
  for (const trap of traps) assert.equal(ownPath(trap), undefined, String(trap))
})
