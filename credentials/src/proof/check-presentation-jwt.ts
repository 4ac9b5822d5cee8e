// Checks a presentation that came as a JWT: who signed it, and whether it answers what was asked.

import { isObject, type JsonObject, listOf } from '../json.ts'
import type { IssuerMaterial } from '../verify/material.ts'
import type { CheckReason } from '../verify/result.ts'
import { holds } from './check-jwt.ts'
import { JWT_ALGORITHMS, type Jws, readJws } from './jwt.ts'
import type { Primitives } from './primitives.ts'
import { resolveKey } from './resolve-key.ts'

export interface PresentationJwtQuestion {
  readonly text: string
  /** Documents of who may have signed, by id; a did:key needs none. */
  readonly issuers: ReadonlyMap<string, IssuerMaterial>
  /** What must stand in `nonce`; any when left out. */
  readonly challenge?: string
  /** What must stand in `aud`, all of them and no other. */
  readonly domain?: readonly string[]
  /** Seconds since 1970. */
  readonly atSeconds: number
  readonly primitives: Primitives
}

export type PresentationJwtFinding =
  | { readonly outcome: 'passed'; readonly presentation: JsonObject; readonly holder: string }
  | {
      readonly outcome: 'refused'
      readonly because: CheckReason | 'challenge-differs' | 'domain-differs' | 'holder-differs'
      /** Who is said to have signed, where that could be read: their document may be wanting. */
      readonly controller?: string
    }

const CLAIMS = ['iss', 'jti', 'sub', 'nbf', 'exp', 'iat', 'aud', 'nonce']
const TYPES = ['vp+jwt', 'vp-ld+jwt', 'vp+ld+jwt', 'application/vp+jwt', 'jwt']

/** Untrusted text. The key must be one that its owner lists under `authentication`; `jwk` and `jku` are ignored (VC-JOSE-COSE §3.1.2, T9). */
export async function checkPresentationJwt(question: PresentationJwtQuestion): Promise<PresentationJwtFinding> {
  const { text, issuers, primitives } = question
  const jwt = readJws(text)
  if (!jwt || !isForPresentations(jwt.header)) return { outcome: 'refused', because: 'proof-malformed' }
  const { alg, kid } = jwt.header
  const wanted = typeof alg === 'string' && Object.hasOwn(JWT_ALGORITHMS, alg) ? JWT_ALGORITHMS[alg]! : null
  if (!wanted) return { outcome: 'refused', because: alg === 'none' ? 'proof-missing' : 'proof-suite-unknown' }
  const { iss } = jwt.payload
  const keyId = typeof kid === 'string' ? (kid.startsWith('#') ? `${String(iss)}${kid}` : kid) : ''
  const controller = keyId.split('#')[0]!
  const refused = (because: Refusal['because']): Refusal => ({ outcome: 'refused', because, controller })
  const resolution = resolveKey(keyId, controller, issuers, 'authentication')
  if (resolution.outcome !== 'found') return refused(resolution.because)
  if (!resolution.isPublished) return refused('key-not-published')
  if (resolution.key.algorithm !== wanted) return refused('key-of-another-kind')
  if (!(await holds(jwt, resolution.key, primitives))) return refused('signature-wrong')
  const because = unanswered(jwt, controller, question)
  if (because) return refused(because)
  return { outcome: 'passed', presentation: presentationOf(jwt), holder: controller }
}

// A type, when there is one, must name this purpose.
const isForPresentations = ({ typ }: JsonObject): boolean =>
  typ === undefined || (typeof typ === 'string' && TYPES.includes(typ.toLowerCase()))

type Refusal = Extract<PresentationJwtFinding, { outcome: 'refused' }>

/** Data model 1.1 puts the presentation in a claim of its own. */
const presentationOf = ({ payload }: Jws): JsonObject =>
  isObject(payload.vp)
    ? payload.vp
    : Object.fromEntries(Object.entries(payload).filter(([key]) => !CLAIMS.includes(key)))

function unanswered(jwt: Jws, controller: string, question: PresentationJwtQuestion): Refusal['because'] | null {
  const { challenge, domain, atSeconds } = question
  const { iss, nonce, aud, exp, nbf } = jwt.payload
  const { holder } = presentationOf(jwt)
  const named = isObject(holder) ? holder.id : holder
  if ([iss, named].some((id) => id !== undefined && id !== controller)) return 'holder-differs'
  if (challenge !== undefined && nonce !== challenge) return 'challenge-differs'
  const audience = listOf(aud)
  if (domain && (domain.length !== audience.length || !domain.every((each) => audience.includes(each))))
    return 'domain-differs'
  if (exp !== undefined && !(typeof exp === 'number' && exp >= atSeconds)) return 'proof-expired'
  const isEarly = nbf !== undefined && !(typeof nbf === 'number' && nbf <= atSeconds + CLOCK_SKEW_SECONDS)
  return isEarly ? 'proof-from-the-future' : null
}

const CLOCK_SKEW_SECONDS = 300
