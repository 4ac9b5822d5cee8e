/** Looks for what a certificate would miss or could not write, before anybody is awarded. */
import { findVariable, isLatinName, undrawable } from '@kolleges/design'
import type { RecipientFault } from '../recipients.ts'
import { askedOf, type Certifying } from './basis.ts'
import { byKey, writableName } from './data.ts'

export type Certified = {
  readonly name: string
  readonly nameEn?: string | null
  readonly result?: string | undefined
  readonly custom: Readonly<Record<string, string>>
  readonly person: Readonly<Record<string, string>>
}

export type CertificateWish = { readonly hasSerial: boolean; readonly expires: boolean }

/** In the order of the recipients. What the achievement and its institutions lack was told when it was published. */
export function certificateFaults(
  { document, known }: Certifying,
  recipients: readonly Certified[],
  { hasSerial, expires }: CertificateWish,
): RecipientFault[] {
  const given = new Set([
    ...Object.keys(known),
    ...['learner.name', 'credential.number', 'credential.issuedOn', 'credential.url', 'credential.verifyAt'],
    ...(hasSerial ? ['credential.serial'] : []),
    ...(expires ? ['credential.expiresOn'] : []),
  ])
  const required = askedOf(document).required.filter((key) => !given.has(key) && !key.startsWith('institution'))
  return recipients.flatMap((recipient, row) => {
    const nameEn = recipient.nameEn || (isLatinName(recipient.name) ? recipient.name : null)
    const own = {
      ...byKey(recipient.custom),
      ...recipient.person,
      ...(nameEn ? { 'learner.nameEnglish': nameEn } : {}),
      ...(recipient.result ? { 'achievement.grade': recipient.result } : {}),
    }
    const missing = required.filter((key) => !own[key as keyof typeof own])
    const isUnwritable = undrawable(writableName(recipient).normalize('NFC')).length > 0
    return [
      ...missing.map(
        (key): RecipientFault => ({
          pointer: `#/recipients/${row}/${FIELDS[key] ?? `custom/${pointerToken(nameOf(key))}`}`,
          code: 'certificate-value-missing',
          about: nameOf(key),
        }),
      ),
      ...(isUnwritable ? [{ pointer: `#/recipients/${row}/name`, code: 'certificate-name-unwritable' } as const] : []),
    ]
  })
}

/** Where the value would have stood. */
const FIELDS: Readonly<Record<string, string>> = {
  'learner.nameEnglish': 'nameEn',
  'learner.affiliation': 'department',
  'learner.number': 'studentNumber',
  'learner.birthDate': 'birthDate',
  'achievement.grade': 'result',
}

/** As staff call the column. */
const nameOf = (key: string): string => findVariable(key)?.label.ko ?? key

/** RFC 6901. */
const pointerToken = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')
