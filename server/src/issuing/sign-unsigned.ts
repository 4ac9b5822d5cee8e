/** Signs a composed credential: by an edition where there is one, else by the reference, with the same text either way. */
import {
  credentialText,
  parseCredential,
  prepare,
  type Signer,
  sign,
  type UnsignedCredential,
} from '@kolleges/credentials'
import { countOf } from '../platform/counters.ts'
import type { Instant, Log } from '../platform/ports.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import { type Editions, type Occasion, openEditions } from './editions.ts'

export type Signing = {
  readonly signer: Signer
  /** The date of the proof. */
  readonly created: Instant
  readonly log: Pick<Log, 'warn' | 'error'>
  /** By default those that this process shares. */
  readonly editions?: Editions
  /** By default the metric of this process; a thread tells its own at the end. */
  readonly count?: CountWay
}

/** Why the reference signed: no edition yet, values that make another graph, a credential nobody may sign, a fault of our own. */
export type Way = 'edition' | 'unknown' | 'values-refused' | 'malformed' | 'broken'

const signed = countOf('credentials_signed_total', 'Credentials signed by an edition, or by the reference and why.', [
  'way',
])
export type CountWay = (way: Way) => void
export const countWay: CountWay = (way) => signed.inc({ way })

const sharedEditions = openEditions()
const SIGNATURE_BYTES = 64

/** Throws `CredentialError` for what may not be signed: the reference alone decides that, an edition only says that it cannot. */
export async function signUnsigned(unsigned: UnsignedCredential, signing: Signing): Promise<string> {
  const { signer, created, log, editions = sharedEditions, count = countWay } = signing
  const occasion = { verificationMethod: signer.verificationMethod, created }
  const fast = await byEdition(unsigned, occasion, signer, editions).catch((error: unknown): ByEdition => {
    log.error('an edition failed, the reference signs', error)
    return { way: 'broken' }
  })
  count(fast.way)
  if ('text' in fast) return fast.text
  const prepared = await prepare(unsigned, { ...occasion, primitives: nodePrimitives })
  const text = credentialText(await sign(prepared, signer))
  if (fast.way === 'unknown') await learn(unsigned, text, occasion, signing)
  return text
}

type ByEdition = { readonly way: 'edition'; readonly text: string } | { readonly way: Exclude<Way, 'edition'> }

async function byEdition(
  unsigned: UnsignedCredential,
  occasion: Occasion,
  signer: Signer,
  editions: Editions,
): Promise<ByEdition> {
  const found = editions.find(occasion, unsigned)
  if (found.outcome === 'unknown') return { way: 'unknown' }
  // An edition trusts its values; the reference does not.
  if (parseCredential(unsigned).outcome === 'refused') return { way: 'malformed' }
  const copy = found.edition.copy(found.values)
  if (copy === null) return { way: 'values-refused' }
  const signature = await signer.sign(copy.bytesToSign)
  return signature.length === SIGNATURE_BYTES
    ? { way: 'edition', text: copy.textWith(signature) }
    : { way: 'malformed' }
}

/** The credential is signed already: whatever goes wrong here costs speed and nothing else. */
async function learn(
  unsigned: UnsignedCredential,
  text: string,
  occasion: Occasion,
  { signer, log, editions = sharedEditions }: Signing,
): Promise<void> {
  try {
    const learned = await editions.learn(occasion, unsigned, text, signer)
    if (learned === 'refused') log.warn('an edition was not kept, the reference goes on signing')
  } catch (error) {
    log.error('an edition could not be opened, the reference goes on signing', error)
  }
}
