/** Takes a registrar's decision on an application. */
import type { JsonObject } from '@kolleges/credentials'
import type { Ports } from '../platform/ports.ts'
import { concludeWithin } from './conclude.ts'
import { fromFile } from './handed-in.ts'
import { type DecisionFault, decideItems, type Item, type Line, type Recognition } from './recognition.ts'
import { findPackage, findProgramme, findRecognition, findRecognitionForUpdate } from './store.ts'

export type DecideRecognition = {
  readonly institutionId: string
  readonly id: string
  readonly by: string
  readonly lines: readonly Line[]
  readonly comment: string | null
}

export type Deciding =
  | { readonly outcome: 'decided'; readonly recognition: Recognition }
  | { readonly outcome: 'refused'; readonly reason: 'not-found' | 'recognition-not-waiting' }
  | { readonly outcome: 'refused'; readonly reason: 'recognition-invalid'; readonly faults: readonly DecisionFault[] }

/** What was valid when it was handed in may have been revoked since: every badge is verified anew. */
export async function decideRecognition(ports: Ports, command: DecideRecognition): Promise<Deciding> {
  const { institutionId, id, by, lines, comment } = command
  const known = await ports.db.tenant(institutionId, (tx) => findRecognition(tx, institutionId, id))
  if (!known) return { outcome: 'refused', reason: 'not-found' }
  const verdicts = await verdictsNow(ports, known)
  return ports.db.tenant(institutionId, async (tx) => {
    const recognition = (await findRecognitionForUpdate(tx, institutionId, id))! // nothing deletes one
    if (recognition.state !== 'submitted') return { outcome: 'refused', reason: 'recognition-not-waiting' }
    const programme = (await findProgramme(tx, institutionId, recognition.programmeId))! // a foreign key holds it
    const items = recognition.items.map((item): Item => ({ ...item, verdict: verdicts[item.index] ?? item.verdict }))
    const decided = decideItems(items, lines, programme.creditsMax)
    if (decided.outcome === 'refused') return { ...decided, reason: 'recognition-invalid' }
    await concludeWithin(tx, ports, { recognition, programme, items: decided.items, by, comment })
    return { outcome: 'decided', recognition: (await findRecognition(tx, institutionId, id))! }
  })
}

/** By the order in which the badges stand in the package, which is the order of the items. */
async function verdictsNow(ports: Ports, { institutionId, id, applicant }: Recognition): Promise<string[]> {
  const text = await ports.db.tenant(institutionId, (tx) => findPackage(tx, institutionId, id))
  const { verifiableCredential: credentials } = JSON.parse(text!) as { verifiableCredential: readonly JsonObject[] } // written by us
  const verdicts: string[] = []
  for (const credential of credentials) {
    const handed = await fromFile(ports, bytesOf(credential), applicant.email)
    verdicts.push(...handed!.badges.map(({ verdict }) => verdict)) // it held badges when it was taken in
  }
  return verdicts
}

const ENVELOPE = 'data:application/vc+jwt,'

function bytesOf(credential: JsonObject): Uint8Array {
  const isEnvelope = typeof credential.id === 'string' && credential.id.startsWith(ENVELOPE)
  const text = isEnvelope ? String(credential.id).slice(ENVELOPE.length) : JSON.stringify(credential)
  return new TextEncoder().encode(text)
}
