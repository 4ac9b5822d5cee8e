/** Gathers what certificates will say of the recipients: the roster's own columns, and what the roll knows. */
import type { Recipient } from '@kolleges/api'
import { findLearners, recipientKey } from '../../learners/index.ts'
import type { Tx } from '../../platform/ports.ts'
import { askedOf, type Certifying } from './basis.ts'

export type Person = Omit<Recipient, 'custom'> & {
  readonly custom: Readonly<Record<string, string>>
  /** By variable; only what the certificate asks for. */
  readonly person: Readonly<Record<string, string>>
}

export type People = {
  readonly institutionId: string
  readonly recipients: readonly Recipient[]
  /** For everybody who has no value of their own. */
  readonly values?: Readonly<Record<string, string>> | undefined
}

/** In the recipients' order. A recipient's own value counts before the roll's. */
export async function withPersons(
  tx: Tx,
  { institutionId, recipients, values = {} }: People,
  certifying: Certifying | null,
): Promise<Person[]> {
  const asked = certifying ? askedOf(certifying.document).all : new Set<string>()
  const fields = FIELDS.filter(([key]) => asked.has(key))
  const keys = fields.length > 0 ? recipients.map(({ email }) => recipientKey(email)) : []
  const roll = keys.length > 0 ? await findLearners(tx, institutionId, keys) : new Map()
  return recipients.map((recipient) => {
    const known = roll.get(recipientKey(recipient.email))
    const person = fields.flatMap(([key, field]) => {
      const value = recipient[field] || known?.[field]
      return value ? [[key, value] as const] : []
    })
    return {
      ...recipient,
      custom: { ...tidied(values), ...tidied(recipient.custom ?? {}) },
      person: Object.fromEntries(person),
    }
  })
}

const FIELDS = [
  ['learner.affiliation', 'department'],
  ['learner.number', 'studentNumber'],
  ['learner.birthDate', 'birthDate'],
] as const

/** Composed, on one line, without what is left empty. */
const tidied = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const [key, text] = [tidyLine(name), tidyLine(value)]
      return key && text ? [[key, text] as const] : []
    }),
  )

const tidyLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
