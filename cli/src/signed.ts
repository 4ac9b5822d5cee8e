// Reads what a signed credential says of itself, so that a page can be filled from it.
import { isRecord, type Json } from './person.ts'

export type Signed = {
  readonly text: string
  readonly form: 'json' | 'jws'
  readonly values: Readonly<Record<string, string>>
}

/** JSON or a compact JWS. Nothing is verified: printing is no statement about what is printed. */
export function readSigned(text: string): Signed {
  const trimmed = text.trim()
  const isJws = /^[\w-]+\.[\w-]+\.[\w-]*$/.test(trimmed)
  const json = isJws ? Buffer.from(trimmed.split('.')[1]!, 'base64url').toString() : trimmed
  const credential = JSON.parse(json) as Json
  if (!isRecord(credential)) throw new Error('the credential is not an object')
  return { text: isJws ? trimmed : text, form: isJws ? 'jws' : 'json', values: valuesOf(credential) }
}

function valuesOf(credential: { [name: string]: Json }): Record<string, string> {
  const subject = isRecord(credential.credentialSubject) ? credential.credentialSubject : {}
  const achievement = isRecord(subject.achievement) ? subject.achievement : {}
  const issuer = isRecord(credential.issuer) ? credential.issuer : {}
  const found: Record<string, Json | undefined> = {
    'learner.name': subject.name ?? plainName(subject.identifier),
    'achievement.name': achievement.name,
    'achievement.description': achievement.description,
    'institution1.name': issuer.name,
    'credential.issuedOn': dayInSeoul(credential.validFrom ?? credential.issuanceDate),
    'credential.expiresOn': dayInSeoul(credential.validUntil ?? credential.expirationDate),
    'credential.url': isWebAddress(credential.id) ? credential.id : undefined,
  }
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** An unhashed identifier of type `name` (OB 3.0, IdentityObject). */
function plainName(identifiers: Json | undefined): Json | undefined {
  const list = Array.isArray(identifiers) ? identifiers : [identifiers ?? null]
  const named = list.find((one) => isRecord(one) && one.identityType === 'name' && one.hashed === false)
  return isRecord(named) ? named.identityHash : undefined
}

const isWebAddress = (value: Json | undefined): boolean => typeof value === 'string' && /^https?:\/\//.test(value)

/** The day it was in Korea at that instant. */
function dayInSeoul(instant: Json | undefined): string | undefined {
  const time = typeof instant === 'string' ? Date.parse(instant) : Number.NaN
  if (Number.isNaN(time)) return undefined
  return new Date(time + SEOUL_OFFSET_MS).toISOString().slice(0, 10)
}

const SEOUL_OFFSET_MS = 9 * 60 * 60 * 1000
