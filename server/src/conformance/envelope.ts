/** Opens an EnvelopedVerifiableCredential or EnvelopedVerifiablePresentation: a data: URL with a JWT in it. */
import type { JsonObject } from '@kolleges/credentials'
import type { RuleFault } from './rule-fault.ts'
import { BASE_CONTEXT, entriesOf } from './value-rules.ts'

export type EnvelopeKind = 'EnvelopedVerifiableCredential' | 'EnvelopedVerifiablePresentation'

/** The names of the draft that published examples still use are read too. */
const MEDIA_TYPES: Readonly<Record<EnvelopeKind, readonly string[]>> = {
  EnvelopedVerifiableCredential: ['application/vc+jwt', 'application/vc-ld+jwt', 'application/vc+ld+jwt'],
  EnvelopedVerifiablePresentation: ['application/vp+jwt', 'application/vp-ld+jwt', 'application/vp+ld+jwt'],
}

export const isEnvelope = (document: JsonObject, kind: EnvelopeKind): boolean => entriesOf(document.type).includes(kind)

export type Opened =
  | { readonly outcome: 'opened'; readonly jwt: string }
  | { readonly outcome: 'refused'; readonly faults: readonly RuleFault[] }

/** Untrusted object whose type says it is an envelope (VCDM 2.0 §4.13.1, §4.13.2). */
export function openEnvelope(document: JsonObject, kind: EnvelopeKind): Opened {
  const refused = (code: 'envelope-malformed' | 'envelope-kind-unknown', pointer: string): Opened => ({
    outcome: 'refused',
    faults: [{ pointer, code }],
  })
  if (!entriesOf(document['@context']).includes(BASE_CONTEXT)) return refused('envelope-malformed', '/@context')
  const found = typeof document.id === 'string' ? /^data:([^,;]*)((?:;[^,;]*)*),(.*)$/s.exec(document.id) : null
  if (!found) return refused('envelope-malformed', '/id')
  const [, mediaType = '', parameters = '', data = ''] = found
  if (!MEDIA_TYPES[kind].includes(mediaType.toLowerCase())) return refused('envelope-kind-unknown', '/id')
  const isPacked = parameters.toLowerCase().split(';').includes('base64')
  return { outcome: 'opened', jwt: isPacked ? Buffer.from(data, 'base64').toString('latin1') : data }
}
