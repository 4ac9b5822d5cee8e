import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KeptPictures, type Picture } from './kept-pictures.ts'
import { KEPT_PICTURES_BYTES_MAX } from './limits.ts'

const picture = (bytes: number): Picture => ({ bytes: new Uint8Array(bytes), mediaType: 'image/png', sha256: 'x' })

/** What is read anew, by name. */
function reader(bytes: number) {
  const read: string[] = []
  const pictures = new KeptPictures()
  const ask = (name: string, found: Picture | null = picture(bytes)) =>
    pictures.get(name, async () => {
      read.push(name)
      return found
    })
  return { ask, read }
}

test('a picture is read once, and what is not there is looked for again', async () => {
  const { ask, read } = reader(10)
  assert.equal(await ask('a'), await ask('a'))
  assert.equal(await ask('none', null), null)
  assert.equal(await ask('none', null), null)
  assert.deepEqual(read, ['a', 'none', 'none'])
})

test('of more bytes than are kept, what was unused for longest goes', async () => {
  const { ask, read } = reader(KEPT_PICTURES_BYTES_MAX / 2)
  for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(name)
  assert.deepEqual(read, ['a', 'b', 'c', 'b'])
})

test('a picture larger than all that is kept is answered, and not kept', async () => {
  const { ask, read } = reader(KEPT_PICTURES_BYTES_MAX + 1)
  for (const name of ['a', 'a']) assert.notEqual(await ask(name), null)
  assert.deepEqual(read, ['a', 'a'])
})
