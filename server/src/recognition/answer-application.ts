/** Answers an applicant: the form with their badges, and what they send with it. */
import { Uuid } from '@kolleges/api'
import { loadInstitution } from '../issuers/index.ts'
import { holdsResidentNumber } from '../learners/index.ts'
import { seoulDay } from '../platform/dates.ts'
import type { Language, Upload } from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import { allowVerification, linkable } from '../verification/index.ts'
import { listWallet, type WalletItem } from '../wallet/index.ts'
import { formPage, type OwnRecognition } from './application-pages.ts'
import { type Articulation, isOpenOn, rowFor } from './articulation.ts'
import { EVIDENCE_LINKS_MAX, UPLOADED_BADGES_MAX } from './limits.ts'
import { programmeMissingPage } from './pages.ts'
import { findInstitutionOfProgramme, findProgramme, listRecognitionsOfHolder, publicIdsOfAwards } from './store.ts'
import { submitRecognition } from './submit.ts'
import type { ApplicationFault } from './words.ts'

export type Visit = { readonly ports: Ports; readonly email: string; readonly language: Language }
export type Sending = Visit & { readonly clientAddress: string }

/** Untrusted id; null for one that was never given. */
export async function findOffered(ports: Ports, id: string) {
  const institutionId = Uuid.safeParse(id).success ? await findInstitutionOfProgramme(ports, id) : null
  if (institutionId === null) return null
  return ports.db.tenant(institutionId, async (tx) => {
    const programme = await findProgramme(tx, institutionId, id)
    return programme && { programme, institution: await loadInstitution(tx, institutionId) }
  })
}

type Sent = { readonly fields?: Readonly<Record<string, string>>; readonly fault?: ApplicationFault }

export async function answerForm({ ports, email, language }: Visit, id: string, sent: Sent = {}): Promise<Response> {
  const found = await findOffered(ports, id)
  if (!found) return programmeMissingPage(language, '/')
  const { programme, institution } = found
  const day = seoulDay(ports.clock.now())
  const items = (await listWallet(ports, email)).filter(({ holding }) => holding.state === 'issued')
  const offers = items.map((item) => ({ item, row: rowOf(item, programme.articulations, institution.did, day) }))
  const { fields, fault } = sent
  return formPage({
    programme,
    institution,
    offers,
    language,
    ...(fields && { sent: fields }),
    ...(fault && { fault }),
  })
}

function rowOf({ holding, institution }: WalletItem, rows: readonly Articulation[], did: string, day: string) {
  const badge = { issuer: { id: institution.did, name: '' }, achievementIds: [holding.achievementId] }
  const row = rowFor(rows, { ...badge, name: '', verdict: '', isTheirs: true, url: null }, did)
  return row && isOpenOn(row, day) ? row : null
}

/** Everything in the form is untrusted; what was written is shown again when something is wrong. */
export async function answerApplication(
  visit: Sending,
  id: string,
  fields: Readonly<Record<string, string>>,
  files: Readonly<Record<string, Upload>>,
): Promise<Response> {
  const { ports, email } = visit
  const found = await findOffered(ports, id)
  if (!found) return programmeMissingPage(visit.language, '/')
  const evidence = evidenceIn(fields)
  if (evidence === null) return answerForm(visit, id, { fields, fault: 'evidence-invalid' })
  if (Object.values(fields).some(holdsResidentNumber)) return answerForm(visit, id, { fault: 'resident-number' })
  const uploads = Object.values(files)
    .map(({ bytes }) => bytes)
    .filter(({ length }) => length > 0)
    .slice(0, UPLOADED_BADGES_MAX)
  // Each may ask other servers for keys and lists, as at `/v`, and is counted like a question there.
  for (const _ of uploads)
    if ((await allowVerification(ports, visit.clientAddress)).outcome === 'refused')
      return answerForm(visit, id, { fields, fault: 'rate-limited' })
  const chosen = Object.keys(fields).flatMap((name) => /^credential-([0-9a-z]{26})$/.exec(name)?.[1] ?? [])
  const submitted = await submitRecognition(ports, {
    ...{ institutionId: found.institution.id, programmeId: id, email, evidence },
    name: (fields.name ?? '').normalize('NFC').trim(),
    note: (fields.note ?? '').trim(),
    credentials: new Set(chosen),
    files: uploads,
  })
  if (submitted.outcome === 'submitted')
    return new Response(null, { status: 303, headers: { location: `/me/recognitions/${submitted.recognition.id}` } })
  if (submitted.reason === 'not-found') return programmeMissingPage(visit.language, '/')
  return answerForm(visit, id, { fields, fault: submitted.reason })
}

/** Null when an address is none; a line without an address is left out. */
function evidenceIn(fields: Readonly<Record<string, string>>): { name: string; url: string }[] | null {
  const evidence: { name: string; url: string }[] = []
  for (let n = 1; n <= EVIDENCE_LINKS_MAX; n++) {
    const typed = fields[`evidence-url-${n}`]?.trim()
    if (!typed) continue
    const url = linkable(typed)
    if (!url) return null
    evidence.push({ name: fields[`evidence-name-${n}`]?.trim() || url, url })
  }
  return evidence
}

/** Newest first, at whichever institutions they asked. */
export async function listOwnRecognitions(ports: Ports, email: string): Promise<OwnRecognition[]> {
  const own = await ports.db.holder(email, (tx) => listRecognitionsOfHolder(tx, email))
  return Promise.all(
    own.map((recognition) =>
      ports.db.tenant(recognition.institutionId, async (tx) => {
        const { institutionId, programmeId, awardId } = recognition
        const programme = (await findProgramme(tx, institutionId, programmeId))! // a foreign key holds it
        const institution = await loadInstitution(tx, institutionId)
        const publicIds = await publicIdsOfAwards(tx, institutionId, awardId ? [awardId] : [])
        return { recognition, programme, institution, credential: publicIds.get(awardId ?? '') }
      }),
    ),
  )
}
