// Puts a credential into an SVG as an element of its own, or takes it out.

import { textOf, utf8 } from '../encoding/bytes.ts'
import { CredentialError } from '../errors.ts'
import { JSON_BYTES_MAX, SVG_BYTES_MAX } from '../limits.ts'
import { type BakedEdition, type Extracted, type ExtractRefusal, formOf } from './baked.ts'
import { readXml, type XmlElement } from './xml.ts'
import { escapeAttribute } from './xml-tokens.ts'

interface Carrier {
  readonly namespace: string
  readonly element: string
}

const CARRIERS: Readonly<Record<BakedEdition, Carrier>> = {
  ob3: { namespace: 'https://purl.imsglobal.org/ob/v3p0', element: 'credential' },
  ob2: { namespace: 'http://openbadges.org', element: 'assertion' },
  clr2: { namespace: 'https://purl.imsglobal.org/clr/v2p0', element: 'credential' },
}
const PREFIX = 'openbadges'

export function looksLikeSvg(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 4_096)) // without its byte order mark
  return /^\s*</.test(head) && /<(?:\w+:)?svg[\s>/]|<\?xml|<!--|<!DOCTYPE/i.test(head)
}

/** Declares the namespace on `<svg>` and puts the credential directly after it: JSON as CDATA, a JWS as `verify` (OB 3.0 §5.3.2). */
export function bakeSvg(image: Uint8Array, text: string, edition: BakedEdition): Uint8Array {
  const svg = image.length > SVG_BYTES_MAX ? null : textOf(image)
  const elements = svg === null ? 'svg-malformed' : readXml(svg)
  if (svg === null || typeof elements === 'string')
    throw new CredentialError('image-malformed', { because: String(elements) })
  const root = elements[0]!
  if (root.name !== 'svg') throw new CredentialError('image-malformed', { root: root.name })
  if (elements.some((element) => editionOf(element) !== null)) throw new CredentialError('image-already-baked')
  if (/[\ufffe\uffff]/.test(text))
    throw new CredentialError('text-not-bakeable', { because: 'a character XML cannot hold' })
  const { namespace } = CARRIERS[edition]
  const declared = root.tag.attributes.get(`xmlns:${PREFIX}`)
  if (declared !== undefined && declared !== namespace)
    throw new CredentialError('image-malformed', { xmlns: declared })
  const nameEnd = root.tag.start + 1 + root.tag.rawName.length
  const declaration = declared === undefined ? ` xmlns:${PREFIX}="${namespace}"` : ''
  const startTag = svg.slice(nameEnd, root.tag.end)
  const opened = root.tag.kind === 'empty' ? `${startTag.replace(/\s*\/>$/, '')}>` : startTag
  const closing = root.tag.kind === 'empty' ? `</${root.tag.rawName}>` : ''
  const carrier = carrierText(text, edition)
  return utf8(svg.slice(0, nameEnd) + declaration + opened + carrier + closing + svg.slice(root.tag.end))
}

function carrierText(text: string, edition: BakedEdition): string {
  const name = `${PREFIX}:${CARRIERS[edition].element}`
  if (formOf(text) === 'jws') return `<${name} verify="${escapeAttribute(text)}"></${name}>`
  // A CDATA section cannot hold its own end: two sections share it.
  return `<${name}><![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`
}

/** Untrusted bytes. Exactly one carrier, a child of `<svg>`, with either a body or `verify`. */
export function extractSvg(bytes: Uint8Array): Extracted {
  const svg = bytes.length > SVG_BYTES_MAX ? null : textOf(bytes)
  if (svg === null) return refused(bytes.length > SVG_BYTES_MAX ? 'image-too-large' : 'svg-malformed')
  const elements = readXml(svg)
  if (typeof elements === 'string') return refused(elements)
  if (elements[0]!.name !== 'svg') return refused('image-type-unknown')
  const carriers = elements.filter((element) => editionOf(element) !== null)
  const [carrier] = carriers
  if (!carrier) return refused('no-credential')
  if (carriers.length > 1) return refused('several-credentials')
  return contentOf(carrier, editionOf(carrier)!)
}

function contentOf(carrier: XmlElement, edition: BakedEdition): Extracted {
  const verify = carrier.tag.attributes.get('verify')
  const body = carrier.text.trim()
  if (carrier.depth !== 1 || carrier.childCount > 0 || (verify !== undefined) === (body !== ''))
    return edition === 'ob2' && verify !== undefined ? found(body, edition) : refused('credential-malformed')
  return found(verify ?? carrier.text, edition)
}

function found(text: string, edition: BakedEdition): Extracted {
  if (text.length > JSON_BYTES_MAX) return refused('credential-too-large')
  const form = formOf(text) ?? (edition === 'ob2' && URL.canParse(text) ? 'url' : null)
  return form
    ? { outcome: 'extracted', text, form, mediaType: 'image/svg+xml', edition }
    : refused('credential-malformed')
}

function editionOf({ namespace, name }: XmlElement): BakedEdition | null {
  for (const [edition, carrier] of Object.entries(CARRIERS) as [BakedEdition, Carrier][])
    if (carrier.namespace === namespace && carrier.element === name) return edition
  return null
}

const refused = (reason: ExtractRefusal): Extracted => ({ outcome: 'refused', reason })
