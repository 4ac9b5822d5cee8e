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
import { isObject, type Json, listOf } from './json.ts'

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
    row('credentials-v2.json', '169b22d2762d79a6eeff9f86fefeeadd9dc200fac75f9df864e4109db0a99c0f', credentialsV2),
  ],
  [
    VC_V1,
    row('credentials-v1.json', 'a896cc026541e8ed4f031263f81591a0b94dd20304c153eecc65b099c88dbad8', credentialsV1),
  ],
  [OB_3_0_3, row('ob-3.0.3.json', 'ca836d808e9a9fb27124d2b83df15e31a4b63c910cab870bf48dc35cc70185f2', ob303)],
  [
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
    row('ob-3.0.2.json', 'd0283fb47c9724001e9e60dd7fa5b74ecf7a295dbefba6c475dd04fa00a00e51', ob302),
  ],
  [
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
    row('ob-3.0.1.json', '3c9930f0b31932036968cba4c311196fa396625b8cc06de9f4d6c0fdabec174d', ob301),
  ],
  [
    'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
    row('ob-3.0.0.json', '732fca635996e6ce3d54f0690da08b8c41a3e88bec8e6d9f2edc5a577ecd8e81', ob300),
  ],
  [
    OB_EXTENSIONS,
    row('ob-extensions.json', '7c24eea3ee3398f7449f53270721e5e384e48d3c8c29516cf1e2f0e383024084', obExtensions),
  ],
  [CLR_2_0_1, row('clr-2.0.1.json', '28e3f3bd8da2002b7de5822f80bca7fc9ae375f863179dbdb22ad832592dae5f', clr201)],
  [
    'https://w3id.org/security/data-integrity/v2',
    row('data-integrity-v2.json', '4e7215414df0bb60d3d7919cbf10ef2707b2ac5e1b573f9d38a6da5a00e1347c', dataIntegrityV2),
  ],
  [
    'https://w3id.org/security/suites/ed25519-2020/v1',
    row('ed25519-2020-v1.json', '2d966046608c08e7c6fa4fa271bf939690ed944b7e14cfb8c3ddfbf9ada81c8a', ed25519V2020),
  ],
  [
    MULTIKEY_V1,
    row('multikey-v1.json', '41ea9651f8dba9000e5ad7c3549a46617c9d1f707298f5e06467ba26a5c9c479', multikeyV1),
  ],
  [DID_V1, row('did-v1.json', 'eaf22197230ff538be31f7908da49435f2a9d1e05f503ff37fc26499bceaaf71', didV1)],
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
