// Holds every JSON-LD context this package knows, pinned by hash; there is no other loader.

import clr201 from './contexts/clr-2.0.1.json' with { type: 'json' }
import credentialsV1 from './contexts/credentials-v1.json' with { type: 'json' }
import credentialsV2 from './contexts/credentials-v2.json' with { type: 'json' }
import dataIntegrityV2 from './contexts/data-integrity-v2.json' with { type: 'json' }
import didV1 from './contexts/did-v1.json' with { type: 'json' }
import ed25519V2020 from './contexts/ed25519-2020-v1.json' with { type: 'json' }
import multikeyV1 from './contexts/multikey-v1.json' with { type: 'json' }
import ob300 from './contexts/ob-3.0.0.json' with { type: 'json' }
import ob301 from './contexts/ob-3.0.1.json' with { type: 'json' }
import ob302 from './contexts/ob-3.0.2.json' with { type: 'json' }
import ob303 from './contexts/ob-3.0.3.json' with { type: 'json' }
import obExtensions from './contexts/ob-extensions.json' with { type: 'json' }
import { CredentialError } from './errors.ts'
import { isObject, type Json, type JsonObject, listOf } from './json.ts'
import { INLINE_CONTEXTS_MAX, INLINE_TERMS_MAX } from './limits.ts'

export const VC_V1 = 'https://www.w3.org/2018/credentials/v1'
export const VC_V2 = 'https://www.w3.org/ns/credentials/v2'
export const OB_3_0_3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
export const OB_EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
export const CLR_2_0_1 = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'
export const DID_V1 = 'https://www.w3.org/ns/did/v1'
export const MULTIKEY_V1 = 'https://w3id.org/security/multikey/v1'

interface PinnedContext {
  readonly file: string
  /** SHA-256 of the file's bytes: a changed byte is a changed meaning of everything ever signed. */
  readonly sha256: string
  readonly document: object
}

const row = (file: string, sha256: string, document: object): PinnedContext => ({ file, sha256, document })

/** URL → the bundled context. */
export const CONTEXTS: ReadonlyMap<string, PinnedContext> = new Map([
  [
    VC_V2,
    row('credentials-v2.json', '8a9f494a89ecc51db093e90e84713e07e84d6d9204364a9b3c7868b21751236f', credentialsV2),
  ],
  [
    VC_V1,
    row('credentials-v1.json', '00d7dd6d3ad8b920e3e550dd3a3d9090bffcac84cdbf943da6924b3e0a5c8bb8', credentialsV1),
  ],
  [OB_3_0_3, row('ob-3.0.3.json', 'ef2fa9c7846dce233cc166b43639027278be4ee44f00bb1d45c75de2dd0cd761', ob303)],
  [
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
    row('ob-3.0.2.json', '00666ad080ba407687ed1846b7f5e7495f5019042b202a727de47c48a1755c53', ob302),
  ],
  [
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
    row('ob-3.0.1.json', 'af095468326d3449160509b26ca71576e6321d13c85b0369cfe3b654c9a48fba', ob301),
  ],
  [
    'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
    row('ob-3.0.0.json', '9f1c8f9f361ba2994b9b50701f41149919542c50c7b7455b2846d87959295d72', ob300),
  ],
  [
    OB_EXTENSIONS,
    row('ob-extensions.json', '2d013f981d1f4516081a6a04e55468ba2b071d4153b794f19a79715c45a89a5e', obExtensions),
  ],
  [CLR_2_0_1, row('clr-2.0.1.json', '80c50fb319dff6574a67871cb8510cacb9c486505fb163a929762be9480a5d38', clr201)],
  [
    'https://w3id.org/security/data-integrity/v2',
    row('data-integrity-v2.json', '0f77743daf5b4e8fc067fc5ba5b21044283053aa717fc6b0219843bed3b00363', dataIntegrityV2),
  ],
  [
    'https://w3id.org/security/suites/ed25519-2020/v1',
    row('ed25519-2020-v1.json', 'b9e1ab971fd8bf2c7553e0c4a9438e0b9450afde1ea1ca5b2492368b9f549588', ed25519V2020),
  ],
  [
    MULTIKEY_V1,
    row('multikey-v1.json', '8e6bad2e5b4f0721906a4dcc2f7a894b1215cf9a47014c71e286423860642ff0', multikeyV1),
  ],
  [DID_V1, row('did-v1.json', '62c1054bf404d6dd3a4b26b64f830fd72095f6a26edc4469908c94351352ce5f', didV1)],
])

/** The JSON-LD document loader: refuses every URL that is not bundled. */
export async function loadContext(url: string): Promise<{ contextUrl: null; documentUrl: string; document: object }> {
  const context = CONTEXTS.get(url)
  if (!context) throw new CredentialError('context-unknown', { url })
  return { contextUrl: null, documentUrl: url, document: context.document }
}

export type ContextFault = { readonly code: 'context-unknown' | 'context-inline'; readonly url?: string }

/** What stands in the way of reading untrusted `@context` entries, anywhere in the document: a URL we do not hold, or terms defined on the spot. */
export function contextFault(value: Json): ContextFault | null {
  if (Array.isArray(value)) return firstOf(value, contextFault)
  if (!isObject(value)) return null
  const own = firstOf(listOf(value['@context']), entryFault)
  return own ?? firstOf(Object.entries(value), ([key, inner]) => (key === '@context' ? null : contextFault(inner)))
}

// Terms defined inside a document could give a property another meaning than the one a reader sees.
function entryFault(entry: Json): ContextFault | null {
  if (typeof entry !== 'string') return { code: 'context-inline' }
  return CONTEXTS.has(entry) ? null : { code: 'context-unknown', url: entry }
}

function firstOf<T>(values: readonly T[], find: (value: T) => ContextFault | null): ContextFault | null {
  for (const value of values) {
    const found = find(value)
    if (found) return found
  }
  return null
}

/** What stands in the way when contexts written on the spot are allowed: a URL we do not hold, or more of them than an honest document has. */
export function inlineContextFault(document: JsonObject): ContextFault | null {
  const contexts = contextEntries(document)
  const inline = contexts.filter((entry) => typeof entry !== 'string')
  const terms = inline.reduce<number>((sum, entry) => sum + (isObject(entry) ? Object.keys(entry).length : 1), 0)
  if (inline.length > INLINE_CONTEXTS_MAX || terms > INLINE_TERMS_MAX) return { code: 'context-inline' }
  const unknown = contexts.find((entry) => typeof entry === 'string' && !CONTEXTS.has(entry))
  return unknown === undefined ? null : { code: 'context-unknown', url: String(unknown) }
}

// Terms of an inline context may bring contexts of their own: those are found as well.
function contextEntries(value: Json): Json[] {
  if (Array.isArray(value)) return value.flatMap(contextEntries)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '@context' ? [...listOf(inner), ...contextEntries(inner)] : contextEntries(inner),
  )
}
