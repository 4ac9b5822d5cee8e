/** Signs the transcript of a micro-degree: its credential and the credentials of its parts, and how they belong together. */
import {
  type AssociationParts,
  composeClr,
  credentialText,
  hashIdentity,
  type JsonObject,
  nameIdentity,
  parseCredential,
  parseJsonStrict,
  prepare,
  sign,
  verificationMethodId,
} from '@kolleges/credentials'
import { everyPlace } from '@kolleges/requirements'
import { type Institution, loadInstitution, profileOf } from '../issuers/index.ts'
import { type Award, credentialUrl, listAwardsById } from '../issuing/index.ts'
import type { Ports } from '../platform/ports.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import { listUrl } from '../status/index.ts'
import { findDegreeOfAward, saveRecord } from './degrees/store.ts'
import { ruleOf, type Title } from './pathway.ts'
import { findPathway, listPublished } from './store.ts'

export type ComposeRecord = { readonly institutionId: string; readonly awardId: string }

export const recordUrl = (origin: string, publicId: string): string => `${credentialUrl(origin, publicId)}/clr.json`

type Work = {
  readonly institution: Institution
  readonly title: Title
  readonly degree: Award
  readonly parts: readonly Award[]
  /** Achievements that the rule asks for beforehand. */
  readonly before: ReadonlySet<string>
}

/** May run again: the same awards give the same bytes, dated by the award. Does nothing for an award that is no micro-degree. */
export async function composeRecord(ports: Ports, { institutionId, awardId }: ComposeRecord): Promise<void> {
  const work = await loadWork(ports, institutionId, awardId)
  if (work === null) return
  const signer = await ports.signers.forInstitution(institutionId)
  const verificationMethod = verificationMethodId(work.institution.did, signer.publicKeyMultibase)
  const created = work.degree.issuedAt ?? work.degree.createdAt
  const unsigned = await unsignedRecord(work, ports.config.origin)
  const prepared = await prepare(unsigned, { verificationMethod, created, primitives: nodePrimitives })
  const text = credentialText(await sign(prepared, { verificationMethod, sign: signer.sign }))
  await ports.db.tenant(institutionId, (tx) => saveRecord(tx, institutionId, awardId, text))
}

const loadWork = (ports: Ports, institutionId: string, awardId: string): Promise<Work | null> =>
  ports.db.tenant(institutionId, async (tx) => {
    const reached = await findDegreeOfAward(tx, institutionId, awardId)
    if (reached === null) return null
    const pathway = await findPathway(tx, institutionId, reached.pathwayId)
    const [degree] = await listAwardsById(tx, institutionId, [awardId])
    const parts = await listAwardsById(tx, institutionId, reached.parts)
    if (!pathway || !degree?.credential || parts.length === 0) return null
    const institution = await loadInstitution(tx, institutionId)
    const published = (await listPublished(tx, institutionId)).find(({ id }) => id === reached.pathwayId)
    const rule = ruleOf(published?.rules.get(reached.version), institution.did)
    const before = everyPlace(rule.condition).flatMap(({ condition }) =>
      condition.kind === 'prerequisite' ? [condition.microdegree] : [],
    )
    return { institution, title: pathway.title, degree, parts, before: new Set(before) }
  })

async function unsignedRecord({ institution, title, degree, parts, before }: Work, origin: string) {
  const { recipient, salt, status } = degree
  const goal = asCredential(degree)
  const issued = parts.filter(({ credential }) => credential !== null)
  const signed = issued.map(asCredential)
  const email = await hashIdentity({ identity: recipient.key, salt }, nodePrimitives)
  return composeClr({
    id: recordUrl(origin, degree.publicId),
    name: title[institution.language === 'en' ? 'en' : 'ko'],
    issuer: profileOf(institution, origin),
    validFrom: degree.validFrom,
    ...(degree.validUntil !== null && { validUntil: degree.validUntil }),
    awardedDate: degree.createdAt,
    recipient: { identifiers: [nameIdentity(recipient.name.normalize('NFC')), email] },
    credentials: [...signed, goal].map(({ json }) => json),
    associations: associationsOf(
      issued.map(({ achievementId }, i) => [signed[i]!.achievement, before.has(achievementId)]),
      goal.achievement,
    ),
    // The micro-degree's own place: whoever revokes it revokes its transcript.
    status: { listUrl: listUrl(origin, status.listPublicId), index: status.index },
  })
}

/** Associations join achievements, so a badge that was earned twice is told once. What was asked for beforehand precedes the degree. */
const associationsOf = (
  parts: readonly (readonly [id: string, isBefore: boolean])[],
  goal: string,
): AssociationParts[] =>
  [...new Map(parts)].map(([sourceId, isBefore]) => ({
    associationType: isBefore ? 'precedes' : 'isPartOf',
    sourceId,
    targetId: goal,
  }))

function asCredential({ credential, publicId }: Award): { readonly json: JsonObject; readonly achievement: string } {
  const read = parseJsonStrict(credential ?? '')
  const parsed = read.outcome === 'parsed' ? parseCredential(read.value) : read
  const achievement =
    parsed.outcome === 'parsed' && 'credential' in parsed ? parsed.credential.subject.achievement?.id : undefined
  if (read.outcome !== 'parsed' || achievement === undefined)
    throw new Error(`The credential ${publicId} cannot be read.`)
  return { json: read.value as JsonObject, achievement }
}
