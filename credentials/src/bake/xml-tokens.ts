// Cuts XML text into tags and character data.

export interface XmlTag {
  readonly kind: 'open' | 'empty' | 'close'
  /** With its prefix, as written. */
  readonly rawName: string
  readonly attributes: ReadonlyMap<string, string>
  readonly start: number
  readonly end: number
}

export type XmlToken =
  | XmlTag
  | { readonly kind: 'text'; readonly raw: string; readonly isLiteral: boolean }
  | { readonly kind: 'refused'; readonly because: 'malformed' | 'doctype' }

const NAME = /[A-Za-z_\u0080-\uffff][\w.\-:\u0080-\uffff]*/y
const ATTRIBUTE = /\s+([A-Za-z_\u0080-\uffff][\w.\-:\u0080-\uffff]*)\s*=\s*("[^"<]*"|'[^'<]*')/y
const TAG_END = /\s*(\/?)>/y

const SECTIONS = [
  { opens: '<!--', closes: '-->', isText: false },
  { opens: '<![CDATA[', closes: ']]>', isText: true },
  { opens: '<?', closes: '?>', isText: false },
]

/** Untrusted text. Ends with a `refused` token where it stops being XML, or at a document type: that can define text that nobody sees. */
export function* xmlTokens(text: string): Generator<XmlToken> {
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('<', at)
    if (next !== at) yield { kind: 'text', raw: text.slice(at, next < 0 ? text.length : next), isLiteral: false }
    if (next < 0) return
    const section = SECTIONS.find(({ opens }) => text.startsWith(opens, next))
    if (section) {
      const start = next + section.opens.length
      const end = text.indexOf(section.closes, start)
      if (end < 0) return yield { kind: 'refused', because: 'malformed' }
      if (section.isText) yield { kind: 'text', raw: text.slice(start, end), isLiteral: true }
      at = end + section.closes.length
      continue
    }
    if (text.startsWith('<!', next)) return yield { kind: 'refused', because: 'doctype' }
    const tag = tagAt(text, next)
    if (!tag) return yield { kind: 'refused', because: 'malformed' }
    yield tag
    at = tag.end
  }
}

function tagAt(text: string, start: number): XmlTag | null {
  const isClosing = text[start + 1] === '/'
  const rawName = matchAt(NAME, text, start + (isClosing ? 2 : 1))
  if (!rawName) return null
  let at = start + (isClosing ? 2 : 1) + rawName[0].length
  const attributes = new Map<string, string>()
  for (let found = matchAt(ATTRIBUTE, text, at); found; found = matchAt(ATTRIBUTE, text, at)) {
    if (attributes.has(found[1]!)) return null
    attributes.set(found[1]!, unescapeXml(found[2]!.slice(1, -1)))
    at += found[0].length
  }
  const ending = matchAt(TAG_END, text, at)
  if (!ending || (isClosing && (attributes.size > 0 || ending[1]))) return null
  const kind = isClosing ? 'close' : ending[1] ? 'empty' : 'open'
  return { kind, rawName: rawName[0], attributes, start, end: at + ending[0].length }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Character data without its references. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]+));/g, (whole, hex, decimal, name) => {
    if (name) return ENTITIES.get(name) ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

export const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
