/**
 * Decodes CP949, the encoding of Korean Windows.
 *
 * The runtime's `euc-kr` decoder knows only the 2,350 syllables of KS X 1001, not the other 8,822 that CP949 adds, so `펲` and `뷁`
 * in a name would be lost. The added syllables stand in Unicode order, so their places can be counted.
 */

/** `undefined` for bytes that are not CP949. */
export function decodeCp949(bytes: Uint8Array): string | undefined {
  const characters: string[] = []
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!
    if (lead < 0x80) {
      characters.push(String.fromCharCode(lead))
      at += 1
      continue
    }
    const character = characterOf(lead, bytes[at + 1] ?? 0)
    if (character === undefined) return undefined
    characters.push(character)
    at += 2
  }
  return characters.join('')
}

const FIRST_SYLLABLE = 0xac00
const SYLLABLES = 11_172
/** Trail bytes of added syllables; beyond lead 0xa0 the upper ones belong to KS X 1001. */
const TRAILS = [...range(0x41, 0x5a), ...range(0x61, 0x7a), ...range(0x81, 0xfe)]
const TRAILS_SHORT = TRAILS.filter((trail) => trail <= 0xa0)

function* range(first: number, last: number): Generator<number> {
  for (let value = first; value <= last; value++) yield value
}

/** Made when the first such file comes: most never do. */
let table: ReadonlyMap<number, string> | undefined

function characterOf(lead: number, trail: number): string | undefined {
  table ??= makeTable()
  return table.get(lead * 256 + trail)
}

function makeTable(): Map<number, string> {
  const found = new Map<number, string>([
    [0xa2e6, '€'],
    [0xa2e7, '®'],
  ])
  const decoder = new TextDecoder('euc-kr')
  for (const lead of range(0xa1, 0xfe)) {
    for (const trail of range(0xa1, 0xfe)) {
      const character = decoder.decode(new Uint8Array([lead, trail]))
      // A gap in the standard, or a place for private characters, which no other reader would show.
      if (character.length === 1 && !/[\ufffd\ue000-\uf8ff]/.test(character)) found.set(lead * 256 + trail, character)
    }
  }
  const standard = new Set(found.values())
  const added = [...range(FIRST_SYLLABLE, FIRST_SYLLABLE + SYLLABLES - 1)]
    .map((code) => String.fromCharCode(code))
    .filter((syllable) => !standard.has(syllable))
  for (const lead of range(0x81, 0xc6)) {
    for (const trail of lead <= 0xa0 ? TRAILS : TRAILS_SHORT) {
      const syllable = added.shift()
      if (syllable) found.set(lead * 256 + trail, syllable)
    }
  }
  return found
}
