/** Reads and verifies the badges somebody hands in: from their wallet, or from files of other issuers. */
import { type Json, type JsonObject, matchesIdentity, type ParsedCredential, readInput } from '@kolleges/credentials'
import { credentialUrl, findAwardByPublicId } from '../issuing/index.ts'
import type { Ports } from '../platform/ports.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import { linkable, type Result, verifyInput } from '../verification/index.ts'
import { listWallet } from '../wallet/index.ts'
import type { Badge } from './articulation.ts'

export type HandedIn = {
  readonly badges: readonly Badge[]
  /** As it goes into the package: the signed document itself, or its text in an envelope. */
  readonly signed: JsonObject
}

/** Badges of the wallet by the ids of their credentials; one that is not this person's, or not signed, is left out. */
export async function fromWallet(ports: Ports, email: string, publicIds: ReadonlySet<string>): Promise<HandedIn[]> {
  const items = (await listWallet(ports, email)).filter(({ holding }) => publicIds.has(holding.publicId))
  const handed = items.map(async ({ holding, institution }): Promise<HandedIn[]> => {
    const text = (await findAwardByPublicId(ports, holding.publicId))?.credential
    if (!text) return []
    const bytes = new TextEncoder().encode(text)
    const [badge] = await badgesIn(ports, await resultOf(ports, bytes), email)
    if (!badge) return []
    const own: Badge = {
      ...badge,
      issuer: { id: institution.did, name: institution.name.ko },
      achievementIds: [...badge.achievementIds, holding.achievementId],
      isTheirs: true,
      url: credentialUrl(ports.config.origin, holding.publicId),
    }
    return [{ badges: [own], signed: JSON.parse(text) as JsonObject }]
  })
  return (await Promise.all(handed)).flat()
}

/** Untrusted bytes of any kind. Null when they hold no credential. */
export async function fromFile(ports: Ports, bytes: Uint8Array, email: string): Promise<HandedIn | null> {
  const signed = signedIn(bytes)
  if (signed === null) return null
  const badges = await badgesIn(ports, await resultOf(ports, bytes), email)
  return badges.length === 0 ? null : { badges, signed }
}

async function resultOf(ports: Ports, bytes: Uint8Array): Promise<Result> {
  const verification = await verifyInput(ports, { kind: 'bytes', bytes }, [])
  if (verification.outcome !== 'verified') throw new Error('Bytes at hand were not looked at.')
  return verification.result
}

/** A transcript (CLR 2.0) stands for the badges it carries, each with a verdict of its own. */
async function badgesIn(ports: Ports, result: Result, email: string): Promise<Badge[]> {
  const { credential, verdict, inner = [] } = result
  if (!credential) return []
  if (credential.kind !== 'clr')
    return credential.subject.achievement ? [await badgeOf(credential, verdict, email, ports)] : []
  const parts = inner.flatMap(({ result: part }) =>
    part.credential?.subject.achievement ? [{ credential: part.credential, verdict: part.verdict }] : [],
  )
  return Promise.all(parts.map((part) => badgeOf(part.credential, part.verdict, email, ports)))
}

async function badgeOf(
  { subject, issuer, name, id }: ParsedCredential,
  verdict: string,
  email: string,
  ports: Ports,
): Promise<Badge> {
  const achievement = subject.achievement!
  const matches = await Promise.all(subject.identifiers.map((one) => matchesIdentity(one, email, nodePrimitives)))
  return {
    name: achievement.name ?? name ?? '—',
    issuer: { id: issuer.id, name: issuer.name ?? issuer.id },
    achievementIds: [achievement.id, ownAchievementId(achievement.id, ports.config.origin)].flatMap((one) => one ?? []),
    verdict,
    isTheirs: matches.includes(true),
    url: linkable(id) ?? null,
  }
}

/** Our achievements have the address of their version; the table names them by their id. */
const ownAchievementId = (address: string | undefined, origin: string): string | undefined =>
  address?.startsWith(`${origin}/b/`) ? address.slice(`${origin}/b/`.length).split('/')[0] : undefined

function signedIn(bytes: Uint8Array): JsonObject | null {
  const input = readInput(bytes)
  if (input.outcome === 'refused') return null
  return input.form === 'json' ? objectOf(input.value) : input.form === 'jws' ? enveloped(input.text) : null
}

/** VCDM 2.0 §4.13: a credential secured as a whole travels as a data URL. */
const enveloped = (jwt: string): JsonObject => ({
  '@context': 'https://www.w3.org/ns/credentials/v2',
  id: `data:application/vc+jwt,${jwt}`,
  type: 'EnvelopedVerifiableCredential',
})

const objectOf = (value: Json): JsonObject | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null
