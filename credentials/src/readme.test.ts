// What is written for readers is true: the example runs, and everything that the package offers says what it is.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { fileURLToPath } from 'node:url'

const SRC = fileURLToPath(new URL('.', import.meta.url))
const read = (path: string): string => readFileSync(join(SRC, path), 'utf8')
const samples = [...read('../README.md').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, sample]) => sample!)

test('the example of the README runs, and ends as it says', () => {
  assert.equal(samples.length, 1)
  const folder = mkdtempSync(join(tmpdir(), 'kolleges-readme-'))
  try {
    const path = join(folder, 'example.ts')
    const index = new URL('index.ts', import.meta.url).href
    writeFileSync(path, samples[0]!.replace("'@kolleges/credentials'", JSON.stringify(index)))
    const ran = spawnSync(process.execPath, [path], { encoding: 'utf8' })
    assert.equal(ran.status, 0, ran.stderr)
    assert.deepEqual(ran.stdout.trim().split('\n'), [
      ...[
        'format: passed ',
        'signature: passed ',
        'issuer: passed ',
        'status: passed ',
        'validity: passed no-end-declared',
      ],
      'valid',
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** Name and file of everything in the list of exports. */
function offered(): [string, string][] {
  const lists = [...read('index.ts').matchAll(/^export (?:type )?\{([\s\S]*?)\} from '\.\/(.*?)'/gm)]
  return lists.flatMap(([, names, file]) =>
    names!
      .split(',')
      .map((name) => name.trim().replace(/^type /, ''))
      .filter((name) => name !== '')
      .map((name): [string, string] => [name, file!]),
  )
}

test('everything that the package offers to call says what it takes, gives and throws', () => {
  const all = offered()
  assert.ok(all.length > 100)
  const silent = all.filter(([name, file]) => {
    const text = read(file)
    const declared = new RegExp(`^export (?:async )?(?:function|const|class) ${name}\\b`, 'm').exec(text)
    return declared !== null && !/\*\/\n$/.test(text.slice(0, declared.index))
  })
  assert.deepEqual(
    silent.map(([name, file]) => `${file} ${name}`),
    [],
  )
})
