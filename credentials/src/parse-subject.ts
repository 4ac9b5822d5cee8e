// Checks a credential's subject against its class, with the rules that join one property to another.

import { checkShape, note } from './check-shape.ts'
import type { Fault } from './errors.ts'
import { isObject, type Json, type JsonObject, listOf } from './json.ts'
import type { CredentialKind } from './kind.ts'
import type { ShapeName } from './shapes.ts'
import { isUri } from './uri.ts'

const SUBJECT_SHAPE: Readonly<Partial<Record<CredentialKind, ShapeName>>> = {
  endorsement: 'EndorsementSubject',
  clr: 'ClrSubject',
}

/** Only general credentials may have several subjects; then the first is shown. */
export function subjectIn({ credentialSubject }: JsonObject): JsonObject | null {
  const subject = listOf(credentialSubject)[0]
  return isObject(subject) ? subject : null
}

export function checkSubject(value: JsonObject, kind: CredentialKind, faults: Fault[]): void {
  const subjects = listOf(value.credentialSubject)
  const subject = subjects[0]
  if (subject === undefined) note(faults, '/credentialSubject', 'missing', 'a credential says something of a subject')
  else if (subjects.length > 1 && kind !== 'other')
    note(faults, '/credentialSubject', 'not-allowed', 'exactly one subject is allowed')
  if (!isObject(subject)) {
    if (subject !== undefined) note(faults, '/credentialSubject', 'wrong-type', 'a subject is an object')
    return
  }
  for (const each of subjects) checkGeneral(each, faults)
  if (kind === 'achievement') checkAchievementSubject(withOne(value, subject), subject, faults)
  const shape = SUBJECT_SHAPE[kind]
  if (shape) checkShape(shape, subject, '/credentialSubject', faults)
}

const withOne = (value: JsonObject, subject: JsonObject): JsonObject =>
  value.credentialSubject === subject ? value : { ...value, credentialSubject: subject }

function checkGeneral(subject: Json, faults: Fault[]): void {
  if (!isObject(subject)) {
    note(faults, '/credentialSubject', 'wrong-type', 'a subject is an object')
    return
  }
  if (Object.keys(subject).length === 0) note(faults, '/credentialSubject', 'empty', 'an empty subject says nothing')
  if (subject.id !== undefined && !isUri(subject.id))
    note(faults, '/credentialSubject/id', 'not-a-uri', 'the id must be a URI')
}

function checkAchievementSubject(value: JsonObject, subject: JsonObject, faults: Fault[]): void {
  checkShape('AchievementCredentialFields', value, '', faults)
  if (subject.id === undefined && listOf(subject.identifier).length === 0)
    note(faults, '/credentialSubject', 'missing', 'the recipient needs an id or an identifier')
  const { achievement } = subject
  if (!isObject(achievement)) return
  const { criteria } = achievement
  if (isObject(criteria) && criteria.id === undefined && criteria.narrative === undefined)
    note(faults, '/credentialSubject/achievement/criteria', 'missing', 'criteria need an id or a narrative')
  checkResults(subject, achievement, faults)
}

function checkResults(subject: JsonObject, achievement: JsonObject, faults: Fault[]): void {
  const descriptions = new Map(
    listOf(achievement.resultDescription)
      .filter(isObject)
      .map((each) => [each.id, each]),
  )
  for (const [at, result] of listOf(subject.result).entries()) {
    if (!isObject(result)) continue
    const path = `/credentialSubject/result/${at}`
    const described = result.resultDescription === undefined ? undefined : descriptions.get(result.resultDescription)
    if (result.resultDescription !== undefined && !described)
      note(faults, `${path}/resultDescription`, 'inconsistent', 'the achievement describes no such result')
    if (described?.resultType === 'Status' && result.status === undefined)
      note(faults, `${path}/status`, 'missing', 'a result of type Status needs its status')
  }
}
