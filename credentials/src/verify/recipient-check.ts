// Compares the recipient with the person a visitor has in mind.

import { matchesIdentity } from '../recipient.ts'
import type { Question } from './question.ts'
import type { Check } from './result.ts'

export async function checkRecipient({ credential, primitives, options }: Question): Promise<Check | null> {
  const { recipient } = options
  if (!recipient) return null
  const { id, identifiers } = credential.subject
  if (id === undefined && identifiers.length === 0)
    return { check: 'recipient', outcome: 'inconclusive', because: 'recipient-not-stated' }
  const isById = recipient.id !== undefined && recipient.id === id
  if (isById) return matches('id')
  for (const object of recipient.identity === undefined ? [] : identifiers)
    if (await matchesIdentity(object, recipient.identity!, primitives)) return matches(object.identityType)
  return { check: 'recipient', outcome: 'failed', because: 'recipient-differs' }
}

const matches = (comparedBy: string): Check => ({
  check: 'recipient',
  outcome: 'passed',
  because: 'recipient-matches',
  detail: { comparedBy },
})
