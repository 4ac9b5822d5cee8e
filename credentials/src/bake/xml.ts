// Reads the elements of an SVG with their namespaces, no more than a credential needs.

import { SVG_DEPTH_MAX, SVG_ELEMENTS_MAX } from '../limits.ts'
import { unescapeXml, type XmlTag, xmlTokens } from './xml-tokens.ts'

export interface XmlElement {
  readonly tag: XmlTag
  readonly namespace: string
  readonly name: string
  /** The root is 0. */
  readonly depth: number
  /** Character data directly inside, CDATA sections included; kept only of elements that might carry a credential. */
  readonly text: string
  readonly childCount: number
}

export type XmlRefusal = 'svg-malformed' | 'svg-doctype' | 'svg-too-deep' | 'image-too-large'

// A drawing's own text is nobody's business, and may be megabytes of it.
const COLLECTING = ['credential', 'assertion']

type Namespaces = ReadonlyMap<string, string>
type Building = { -readonly [key in keyof XmlElement]: XmlElement[key] } & { namespaces: Namespaces }

/** Untrusted text. Every element in document order, the root first. */
export function readXml(text: string): readonly XmlElement[] | XmlRefusal {
  const elements: Building[] = []
  const open: Building[] = []
  for (const token of xmlTokens(text)) {
    const parent = open.at(-1)
    if (token.kind === 'refused') return token.because === 'doctype' ? 'svg-doctype' : 'svg-malformed'
    if (token.kind === 'text') {
      if (!parent && token.raw.replace('\ufeff', '').trim() !== '') return 'svg-malformed'
      if (parent && COLLECTING.includes(parent.name))
        parent.text += token.isLiteral ? token.raw : unescapeXml(token.raw)
    } else if (token.kind === 'close') {
      if (open.pop()?.tag.rawName !== token.rawName) return 'svg-malformed'
    } else {
      if (open.length >= SVG_DEPTH_MAX) return 'svg-too-deep'
      if (elements.length >= SVG_ELEMENTS_MAX) return 'image-too-large'
      const element = elementOf(token, parent)
      if (!element || (!parent && elements.length > 0)) return 'svg-malformed'
      if (parent) parent.childCount++
      elements.push(element)
      if (token.kind === 'open') open.push(element)
    }
  }
  return open.length === 0 && elements.length > 0 ? elements : 'svg-malformed'
}

function elementOf(tag: XmlTag, parent: Building | undefined): Building | null {
  const namespaces = namespacesOf(tag, parent?.namespaces ?? new Map())
  const [prefix, name] = tag.rawName.includes(':') ? (tag.rawName.split(':', 2) as [string, string]) : ['', tag.rawName]
  const namespace = namespaces.get(prefix) ?? (prefix === '' ? '' : null)
  if (namespace === null || name === '') return null
  return { tag, namespace, name, depth: parent ? parent.depth + 1 : 0, text: '', childCount: 0, namespaces }
}

function namespacesOf({ attributes }: XmlTag, around: Namespaces): Namespaces {
  const declared = [...attributes].filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'))
  if (declared.length === 0) return around
  return new Map([...around, ...declared.map(([key, value]): [string, string] => [key.slice(6), value])])
}
