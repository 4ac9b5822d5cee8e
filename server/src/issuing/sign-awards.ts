/** Signs many awards of one batch: composes each, has it signed, and packs its text. */
import { CredentialError, type ProfileParts, type Signer } from '@kolleges/credentials'
import type { AchievementVersion } from '../achievements/index.ts'
import type { Log } from '../platform/ports.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import type { Award } from './award.ts'
import { composeAward } from './compose.ts'
import { packText } from './packed-text.ts'
import { type CountWay, signUnsigned } from './sign-unsigned.ts'
import type { Kept } from './store.ts'

/** Plain values only: it may be done in another thread. */
export type SigningWork = {
  readonly awards: readonly Award[]
  readonly achievement: AchievementVersion
  readonly issuer: ProfileParts
  readonly origin: string
}

export type SignedText = { readonly id: string; readonly text: string }
export type RefusedAward = { readonly id: string; readonly failure: string }

export type SignedAwards = { readonly signed: readonly SignedText[]; readonly refused: readonly RefusedAward[] }

export type Hands = {
  readonly signer: Signer
  readonly log: Pick<Log, 'warn' | 'error'>
  readonly count?: CountWay
  /** How many wait for their signature at once: the first ones always go alone, since others learn from them. */
  readonly abreast: number
}

const ALONE = 2

export async function signAwards(work: SigningWork, hands: Hands): Promise<SignedAwards> {
  const results: (SignedText | RefusedAward)[] = []
  for (let at = 0; at < work.awards.length; ) {
    const part = work.awards.slice(at, at + (at < ALONE ? 1 : hands.abreast))
    results.push(...(await Promise.all(part.map((award) => signAward(award, work, hands)))))
    at += part.length
  }
  return {
    signed: results.filter((result) => 'text' in result),
    refused: results.filter((result) => 'failure' in result),
  }
}

/** A credential that may not be signed fails alone; a signer that is away fails the whole. */
async function signAward(award: Award, work: SigningWork, hands: Hands): Promise<SignedText | RefusedAward> {
  try {
    const unsigned = await composeAward({ ...work, award, primitives: nodePrimitives })
    return { id: award.id, text: await signUnsigned(unsigned, { ...hands, created: award.editionAt }) }
  } catch (error) {
    if (error instanceof CredentialError) return { id: award.id, failure: error.code }
    throw error
  }
}

/** As the database keeps them: packed against the version's sample where there is one. */
export const keepAll = (signed: readonly SignedText[], sample: string | null): Kept[] =>
  signed.map(({ id, text }) => {
    const packed = sample === null ? null : packText(text, sample)
    return packed ? { id, packed: Buffer.from(packed).toString('base64') } : { id, text }
  })
