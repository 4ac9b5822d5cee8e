/** Reads the few things of XML that a drawing needs into a tree, within limits; whatever could surprise is refused. */
import { SVG_CHARACTERS_MAX, SVG_DEPTH_MAX, SVG_NODES_MAX } from '../limits.ts'

export type Node = {
  /** Without a prefix. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (Node | string)[]
}

export type XmlRefusal = 'svg-too-long' | 'svg-broken' | 'svg-entities' | 'svg-too-complex'

export type ReadXml =
  | { readonly outcome: 'read'; readonly root: Node }
  | { readonly outcome: 'refused'; readonly reason: XmlRefusal }

type Open = Node & { readonly children: (Node | string)[]; readonly tag: string }

/** One look at each character: no pattern here can run away. A document type is passed over unless it declares something. */
export function readXml(text: string): ReadXml {
  if (text.length > SVG_CHARACTERS_MAX) return refuse('svg-too-long')
  const holder: Open = { name: '', tag: '', attributes: new Map(), children: [] }
  const open: Open[] = [holder]
  let [at, nodes] = [text.startsWith('\ufeff') ? 1 : 0, 0]
  while (at < text.length) {
    const less = text.indexOf('<', at)
    const words = text.slice(at, less < 0 ? text.length : less)
    const spoken = decode(words)
    if (spoken === null) return refuse('svg-entities')
    if (open.length === 1 && spoken.trim() !== '') return refuse('svg-broken')
    if (spoken !== '') open.at(-1)!.children.push(spoken)
    if (less < 0) break
    const skipped = pastAside(text, less, open.at(-1)!)
    if (typeof skipped === 'string') return refuse(skipped)
    if (skipped !== null) {
      at = skipped
      continue
    }
    const end = tagEnd(text, less)
    if (end < 0) return refuse('svg-broken')
    at = end + 1
    const inside = text.slice(less + 1, end)
    if (inside.startsWith('/')) {
      const closing = open.pop()!
      if (open.length === 0 || closing.tag !== inside.slice(1).trim()) return refuse('svg-broken')
      continue
    }
    const isEmpty = inside.endsWith('/')
    const tag = readTag(isEmpty ? inside.slice(0, -1) : inside)
    if (typeof tag === 'string') return refuse(tag)
    if (++nodes > SVG_NODES_MAX || open.length > SVG_DEPTH_MAX) return refuse('svg-too-complex')
    if (open.length === 1 && holder.children.some((child) => typeof child !== 'string')) return refuse('svg-broken')
    open.at(-1)!.children.push(tag)
    if (!isEmpty) open.push(tag)
  }
  const root = holder.children.find((child) => typeof child !== 'string')
  return open.length === 1 && root ? { outcome: 'read', root } : refuse('svg-broken')
}

const refuse = (reason: XmlRefusal): ReadXml => ({ outcome: 'refused', reason })

/** Past a comment, a processing instruction, a document type or CDATA; null when none begins here. */
function pastAside(text: string, at: number, parent: Open): number | XmlRefusal | null {
  if (text.startsWith('<!--', at)) return pastMark(text, '-->', at + 4)
  if (text.startsWith('<?', at)) return pastMark(text, '?>', at + 2)
  if (text.startsWith('<![CDATA[', at)) {
    const end = text.indexOf(']]>', at)
    if (end < 0) return 'svg-broken'
    parent.children.push(text.slice(at + 9, end))
    return end + 3
  }
  if (!text.startsWith('<!', at)) return null
  const end = text.indexOf('>', at)
  if (end < 0) return 'svg-broken'
  // An internal subset declares entities, and entities multiply (XML 1.0, 4.4).
  return text.slice(at, end).includes('[') ? 'svg-entities' : end + 1
}

function pastMark(text: string, mark: string, from: number): number | XmlRefusal {
  const end = text.indexOf(mark, from)
  return end < 0 ? 'svg-broken' : end + mark.length
}

/** Where a tag ends: the first `>` outside quotes. */
function tagEnd(text: string, from: number): number {
  let quote = ''
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at]!
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at
    else if (character === '<') return -1
  }
  return -1
}

const NAME = /^[A-Za-z_][\w.:-]*/
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/y

function readTag(inside: string): Open | XmlRefusal {
  const tag = NAME.exec(inside)?.[0]
  if (!tag) return 'svg-broken'
  const attributes = new Map<string, string>()
  let at = tag.length
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(inside)
    if (!found) break
    if (attributes.has(found[1]!)) return 'svg-broken'
    const value = decode(found[2] ?? found[3] ?? '')
    if (value === null) return 'svg-entities'
    attributes.set(found[1]!, value)
    at = ATTRIBUTE.lastIndex
  }
  if (inside.slice(at).trim() !== '') return 'svg-broken'
  return { name: localOf(tag), tag, attributes, children: [] }
}

/** `svg:path` and `path` are the same here; other vocabularies keep their prefix and are not known. */
const localOf = (tag: string): string => tag.replace(/^svg:/, '')

const KNOWN: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The five entities of XML and characters by number; null for any other. */
function decode(text: string): string | null {
  if (!text.includes('&')) return text
  let isUnknown = false
  const decoded = text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,20}));|&/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null
    if (code !== null && code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
    const known = name === undefined ? undefined : Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined
    if (known === undefined) isUnknown = true
    return known ?? whole
  })
  return isUnknown ? null : decoded
}
