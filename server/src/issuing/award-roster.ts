/** Awards an achievement to a roster: writes everything down in one transaction and leaves the signing to jobs. */
import type { NewAwardBatch } from '@kolleges/api'
import type { z } from 'zod'
import { type CurrentAchievement, findCurrentAchievement } from '../achievements/index.ts'
import { record } from '../audit/index.ts'
import { loadInstitution } from '../issuers/index.ts'
import { recipientKey, saveLearners } from '../learners/index.ts'
import { parseInstant } from '../platform/clock.ts'
import type { Instant, Ports, Tx } from '../platform/ports.ts'
import { allotIndexes } from '../status/index.ts'
import { insertBatch, type NewBatch } from './batches/store.ts'
import { type Certifying, certifyingOf } from './certificates/basis.ts'
import { certificateFaults } from './certificates/faults.ts'
import { type Person, withPersons } from './certificates/persons.ts'
import { allotSerials } from './certificates/serial.ts'
import { saveBasis } from './certificates/store.ts'
import { claimHash, claimToken } from './claim-token.ts'
import { ISSUE_AWARDS } from './job-names.ts'
import {
  AWARD_ROWS_PER_STATEMENT_MAX,
  CLAIM_VALID_SECONDS,
  ISSUE_JOB_AWARDS_MAX,
  RECIPIENT_FAULTS_MAX,
  SALT_BYTES,
} from './limits.ts'
import { issueNumber } from './number.ts'
import { checkRecipients, type RecipientFault } from './recipients.ts'
import { findAwardedKeys, insertAwards, lockAchievement, type NewAward } from './store.ts'

export type AwardRoster = Omit<z.output<typeof NewAwardBatch>, 'validFrom' | 'validUntil'> & {
  readonly institutionId: string
  readonly requestedBy: string
  /** By the recipients' folded addresses: the awards without which theirs may not be issued. */
  readonly restsOn?: ReadonlyMap<string, readonly string[]>
  readonly validFrom?: string | undefined
  readonly validUntil?: string | undefined
}

export type RosterAwarding =
  | { readonly outcome: 'awarded'; readonly batchId: string }
  | {
      readonly outcome: 'refused'
      readonly reason:
        | 'achievement-unknown'
        | 'achievement-not-published'
        | 'achievement-retired'
        | 'validity-backwards'
    }
  | { readonly outcome: 'refused'; readonly reason: 'recipients-invalid'; readonly faults: readonly RecipientFault[] }

/** All or nothing: one recipient at fault refuses the roster. Who holds the achievement already is left out, and counted. */
export function awardRoster(ports: Ports, command: AwardRoster): Promise<RosterAwarding> {
  return ports.db.tenant(command.institutionId, (tx) => awardWithin(tx, ports, command, { isAttended: true }))
}

/**
 * The same within the caller's transaction, for those who award because of something they write down themselves. Where nobody is
 * there to fill in what a certificate misses, it is printed without.
 */
export async function awardWithin(
  tx: Tx,
  ports: Ports,
  command: AwardRoster,
  { isAttended = false } = {},
): Promise<RosterAwarding> {
  const validity = validityOf(command, ports.clock.now())
  if (validity === null) return { outcome: 'refused', reason: 'validity-backwards' }
  const achievement = await findCurrentAchievement(tx, command.institutionId, command.achievement)
  if (achievement === null) return { outcome: 'refused', reason: 'achievement-unknown' }
  if (achievement.state === 'draft') return { outcome: 'refused', reason: 'achievement-not-published' }
  if (achievement.state === 'retired') return { outcome: 'refused', reason: 'achievement-retired' }
  const faults = checkRecipients(command.recipients, achievement.content.resultScale?.values)
  if (faults.length > 0) return { outcome: 'refused', reason: 'recipients-invalid', faults }
  const certifying = await certifyingOf(tx, command.institutionId, achievement)
  const people = await withPersons(tx, command, certifying)
  const wish = {
    hasSerial: achievement.certification.certificateNumber !== null,
    expires: validity.validUntil !== null,
  }
  const lacking = certifying && isAttended ? certificateFaults(certifying, people, wish) : []
  if (lacking.length > 0)
    return { outcome: 'refused', reason: 'recipients-invalid', faults: lacking.slice(0, RECIPIENT_FAULTS_MAX) }
  const decided = { achievement, validity, certifying, people }
  return { outcome: 'awarded', batchId: await writeDown(tx, ports, command, decided) }
}

type Validity = { readonly validFrom: Instant; readonly validUntil: Instant | null }

/** Without a start the award is valid from the second of its writing. */
function validityOf({ validFrom, validUntil }: AwardRoster, now: Instant): Validity | null {
  const from = validFrom === undefined ? now : parseInstant(validFrom)
  const until = validUntil === undefined ? null : parseInstant(validUntil)
  if (from === undefined || until === undefined || (until !== null && until <= from)) return null
  return { validFrom: from, validUntil: until }
}

type Awardable = Exclude<CurrentAchievement, { state: 'draft' }>

type Decided = {
  readonly achievement: Awardable
  readonly validity: Validity
  readonly certifying: Certifying | null
  readonly people: readonly Person[]
}

async function writeDown(
  tx: Tx,
  ports: Ports,
  command: AwardRoster,
  { achievement, validity, certifying, people }: Decided,
): Promise<string> {
  const { institutionId } = command
  const { standing } = await loadInstitution(tx, institutionId)
  await lockAchievement(tx, institutionId, command.achievement)
  const recipients = await withoutAwarded(tx, command, people)
  const batch: NewBatch = {
    id: ports.random.uuid(),
    achievementId: command.achievement,
    achievementVersion: achievement.version,
    total: recipients.length,
    alreadyAwarded: command.recipients.length - recipients.length,
    ...validity,
    requestedBy: command.requestedBy,
    createdAt: ports.clock.now(),
  }
  await insertBatch(tx, institutionId, batch)
  if (certifying) await saveBasis(tx, institutionId, batch.id, certifying.basis)
  const serialWish = {
    rule: achievement.certification.certificateNumber,
    achievementId: command.achievement,
    issuedAt: validity.validFrom,
  }
  const serials = await allotSerials(tx, institutionId, serialWish, recipients.length)
  const marks = serials.map((serial) => ({ serial, ...(certifying && ({ certified: true } as const)) }))
  const awards = await drawUp(tx, ports, command, recipients, marks)
  const shared = { ...batch, testMode: standing === 'test', claimExpiresAt: ports.clock.after(CLAIM_VALID_SECONDS) }
  for (const part of inParts(awards, AWARD_ROWS_PER_STATEMENT_MAX)) await insertAwards(tx, institutionId, shared, part)
  await enqueueIssuing(
    tx,
    ports,
    institutionId,
    batch.id,
    awards.map(({ id }) => id),
  )
  await record(tx, ports, {
    institutionId,
    actor: command.requestedBy,
    action: 'award-batch.created',
    subject: { kind: 'award-batch', id: batch.id },
    details: { achievement: batch.achievementId, version: batch.achievementVersion, recipients: batch.total },
  })
  return batch.id
}

async function withoutAwarded(tx: Tx, command: AwardRoster, people: readonly Person[]): Promise<readonly Person[]> {
  if (command.alreadyAwarded === 'issue') return people
  const keys = people.map(({ email }) => recipientKey(email))
  const awarded = await findAwardedKeys(tx, command.institutionId, command.achievement, keys)
  return people.filter(({ email }) => !awarded.has(recipientKey(email)))
}

/** Everything a credential will say is decided here, before a key is touched. */
async function drawUp(
  tx: Tx,
  ports: Ports,
  { institutionId, restsOn }: Pick<AwardRoster, 'institutionId' | 'restsOn'>,
  recipients: readonly Person[],
  marks: readonly Pick<NewAward['details'], 'serial' | 'certified'>[],
): Promise<NewAward[]> {
  const learners = await saveLearners(tx, ports, institutionId, recipients)
  const ids = recipients.map(() => ports.random.uuid())
  const places = await allotIndexes(tx, ports, institutionId, ids)
  return recipients.map((recipient, i) => {
    const key = recipientKey(recipient.email)
    return {
      id: ids[i]!,
      publicId: ports.random.publicId(),
      number: issueNumber(ports.random.bytes),
      learnerId: learners.get(key)!,
      // One spelling of a name everywhere: what is signed, shown and searched.
      name: recipient.name.normalize('NFC'),
      nameEn: recipient.nameEn?.normalize('NFC') || null,
      key,
      details: { ...detailsOf(recipient), ...marks[i] },
      restsOn: restsOn?.get(key) ?? null,
      salt: Buffer.from(ports.random.bytes(SALT_BYTES)).toString('hex'),
      listId: places[i]!.listId,
      index: places[i]!.index,
      claimHash: Buffer.from(claimHash(claimToken(ports, ids[i]!))).toString('hex'),
    }
  })
}

const detailsOf = ({ result, narrative, licenseNumber, evidence, ...person }: Person): NewAward['details'] => ({
  result: result || undefined,
  narrative: narrative || undefined,
  licenseNumber: licenseNumber || undefined,
  evidence: evidence && evidence.length > 0 ? evidence : undefined,
  ...(Object.keys(person.custom).length > 0 && { custom: person.custom }),
  ...(Object.keys(person.person).length > 0 && { person: person.person }),
})

/** One job signs few enough awards to be done again cheaply. */
export async function enqueueIssuing(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  batchId: string,
  awardIds: readonly string[],
): Promise<void> {
  const parts = inParts(awardIds, ISSUE_JOB_AWARDS_MAX)
  await ports.queue.enqueueAll(
    tx,
    ISSUE_AWARDS,
    parts.map((part) => ({ key: part[0]!, payload: { institutionId, batchId, awardIds: part } })),
  )
}

const inParts = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))
