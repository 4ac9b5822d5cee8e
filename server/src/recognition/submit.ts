/** Takes a learner's application for credit recognition. */
import { createHash } from 'node:crypto'
import { RECOGNITION_ITEMS_MAX } from '@kolleges/api'
import type { JsonObject } from '@kolleges/credentials'
import { record } from '../audit/index.ts'
import { loadInstitution } from '../issuers/index.ts'
import { seoulDay } from '../platform/dates.ts'
import { emit } from '../platform/outbox.ts'
import type { Ports } from '../platform/ports.ts'
import { rowFor } from './articulation.ts'
import { concludeWithin } from './conclude.ts'
import { fromFile, fromWallet } from './handed-in.ts'
import { PACKAGE_BYTES_MAX } from './limits.ts'
import { decideAutomatically, itemOf, type Recognition } from './recognition.ts'
import { findProgramme, findRecognition, findRollEntry, insertRecognition } from './store.ts'

export type Application = {
  readonly institutionId: string
  readonly programmeId: string
  /** Proven by the session. */
  readonly email: string
  /** As the applicant writes it; the institution's roll, where it knows them, is believed before. */
  readonly name: string
  readonly credentials: ReadonlySet<string>
  readonly files: readonly Uint8Array[]
  readonly evidence: readonly { readonly name: string; readonly url: string }[]
  readonly note: string
}

export type Submitted =
  | { readonly outcome: 'submitted'; readonly recognition: Recognition }
  | {
      readonly outcome: 'refused'
      readonly reason:
        | 'not-found'
        | 'recognition-closed'
        | 'recognition-waiting'
        | 'recognition-empty'
        | 'recognition-too-large'
    }

/** The badges are verified now and once more when they are decided about. */
export async function submitRecognition(ports: Ports, application: Application): Promise<Submitted> {
  const { institutionId, programmeId, email } = application
  const files = await Promise.all(application.files.map((bytes) => fromFile(ports, bytes, email)))
  const handed = [...(await fromWallet(ports, email, application.credentials)), ...files.flatMap((one) => one ?? [])]
  const badges = handed.flatMap((one) => one.badges)
  if (badges.length === 0) return { outcome: 'refused', reason: 'recognition-empty' }
  const id = ports.random.uuid()
  const text = JSON.stringify(
    packageOf(
      id,
      handed.map(({ signed }) => signed),
    ),
  )
  if (badges.length > RECOGNITION_ITEMS_MAX || text.length > PACKAGE_BYTES_MAX)
    return { outcome: 'refused', reason: 'recognition-too-large' }
  return ports.db.tenant(institutionId, async (tx) => {
    const programme = await findProgramme(tx, institutionId, programmeId)
    if (!programme) return { outcome: 'refused', reason: 'not-found' }
    if (!programme.open) return { outcome: 'refused', reason: 'recognition-closed' }
    const { did } = await loadInstitution(tx, institutionId)
    const known = await findRollEntry(tx, institutionId, email)
    const now = ports.clock.now()
    const items = badges.map((badge, index) =>
      itemOf(badge, rowFor(programme.articulations, badge, did), index, seoulDay(now)),
    )
    const isNew = await insertRecognition(tx, institutionId, {
      ...{ id, programmeId, items, evidence: application.evidence, note: application.note, package: text },
      applicant: { email, name: known?.name ?? (application.name || email), number: known?.number ?? null },
      packageSha256: createHash('sha256').update(text).digest('hex'),
      submittedAt: now,
    })
    if (!isNew) return { outcome: 'refused', reason: 'recognition-waiting' }
    await record(tx, ports, {
      ...{ institutionId, actor: email, action: 'recognition.submitted' },
      subject: { kind: 'recognition', id },
      details: { programme: programmeId, badges: badges.length },
    })
    await emit(tx, ports, { type: 'recognition.submitted', institutionId, payload: { recognitionId: id } })
    const decided = decideAutomatically(items, programme.creditsMax)
    const recognition = (await findRecognition(tx, institutionId, id))! // written above
    if (decided)
      await concludeWithin(tx, ports, { recognition, programme, items: decided, by: 'system', comment: null })
    return { outcome: 'submitted', recognition: (await findRecognition(tx, institutionId, id))! }
  })
}

/** An unsigned presentation: who presents it was proved by the mailbox, and each credential in it carries its own proof. */
const packageOf = (id: string, credentials: readonly JsonObject[]): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: `urn:uuid:${id}`,
  type: ['VerifiablePresentation'],
  verifiableCredential: [...credentials],
})
