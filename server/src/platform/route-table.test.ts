import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RouteTable } from './route-table.ts'

const table = new RouteTable<string>()
const routes = [
  ['GET', '/'],
  ['GET', '/c/{id}'],
  ['GET', '/c/{id}.json'],
  ['GET', '/c/{id}/og.png'],
  ['GET', '/b/{achievement}/{version}/badge-{width}.png'],
  ['GET', '/v1/members'],
  ['POST', '/v1/members'],
  ['PATCH', '/v1/members/{id}'],
] as const
for (const [method, path] of routes) table.add({ method, path }, path)

const found: readonly (readonly [string, string, string, Record<string, string>])[] = [
  ['GET', '/', '/', {}],
  ['GET', '/c/abc', '/c/{id}', { id: 'abc' }],
  ['HEAD', '/c/abc', '/c/{id}', { id: 'abc' }],
  ['GET', '/c/abc.json', '/c/{id}.json', { id: 'abc' }],
  ['GET', '/c/abc/og.png', '/c/{id}/og.png', { id: 'abc' }],
  [
    'GET',
    '/b/x/3/badge-320.png',
    '/b/{achievement}/{version}/badge-{width}.png',
    { achievement: 'x', version: '3', width: '320' },
  ],
  ['GET', '/c/%ED%95%9C', '/c/{id}', { id: '한' }],
]
for (const [method, path, expected, params] of found) {
  test(`${method} ${path} is ${expected}`, () => {
    assert.deepEqual(table.find(method, path), { outcome: 'found', entry: expected, params })
  })
}

test('a path that is known with other methods names them', () => {
  assert.deepEqual(table.find('DELETE', '/v1/members'), { outcome: 'other-methods', methods: ['GET', 'POST'] })
})

for (const path of ['/nothing', '/c', '/c/a/b', '/v1', '/v1/members/']) {
  test(`${path} is unknown`, () => assert.equal(table.find('GET', path).outcome, 'unknown'))
}

test('the same place twice is a slip of ours', () => {
  assert.throws(() => table.add({ method: 'GET', path: '/c/{other}' }, 'again'))
})

for (const path of ['/c/%ff', '/c/%zz', '/v1/members/%']) {
  test(`${path} decodes to nothing: no place, whatever the method`, () => {
    for (const method of ['GET', 'PATCH']) assert.deepEqual(table.find(method, path), { outcome: 'unknown' })
  })
}
