/** All SQL of credit recognition. */
import { type ExpressionBuilder, sql } from 'kysely'
import type { Instant, Ports, Tx } from '../platform/ports.ts'
import type { Database } from '../platform/schema.ts'
import type { Articulation } from './articulation.ts'
import { EXPORT_ROWS_MAX } from './limits.ts'
import type { Programme, ProgrammeContent } from './programme.ts'
import type { Item, Recognition, RecognitionState } from './recognition.ts'

const count = (state: string) => (eb: ExpressionBuilder<Database, 'recognition_programmes'>) =>
  eb
    .selectFrom('recognitions')
    .select((counted) => counted.fn.countAll<number>().as('count'))
    .whereRef('recognitions.institution_id', '=', 'recognition_programmes.institution_id')
    .whereRef('recognitions.programme_id', '=', 'recognition_programmes.id')
    .where('state', '=', state)

const programmesOf = (tx: Tx, institutionId: string) =>
  tx
    .selectFrom('recognition_programmes')
    .selectAll()
    .select((eb) => [count('submitted')(eb).as('submitted'), count('decided')(eb).as('decided')])
    .where('institution_id', '=', institutionId)

type ProgrammeRow = Awaited<ReturnType<ReturnType<typeof programmesOf>['executeTakeFirstOrThrow']>>

const programmeOf = (row: ProgrammeRow): Programme => ({
  id: row.id,
  institutionId: row.institution_id,
  title: { ko: row.title_ko, en: row.title_en },
  description: row.description,
  creditsMax: row.credits_max,
  achievement: row.achievement_id,
  open: row.is_open,
  articulations: row.articulations as Articulation[],
  counts: { submitted: Number(row.submitted), decided: Number(row.decided) },
  revision: row.revision,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

const columnsOf = ({ title, description, creditsMax, achievement, open, articulations }: ProgrammeContent) => ({
  title_ko: title.ko,
  title_en: title.en,
  description,
  credits_max: creditsMax,
  achievement_id: achievement,
  is_open: open,
  articulations: JSON.stringify(articulations),
})

export async function insertProgramme(
  tx: Tx,
  institutionId: string,
  id: string,
  content: ProgrammeContent,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('recognition_programmes')
    .values({ institution_id: institutionId, id, ...columnsOf(content), created_at: at, updated_at: at })
    .execute()
}

export async function saveProgramme(
  tx: Tx,
  institutionId: string,
  id: string,
  content: ProgrammeContent,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('recognition_programmes')
    .set((column) => ({ ...columnsOf(content), revision: column('revision', '+', 1), updated_at: at }))
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .execute()
}

export async function findProgramme(tx: Tx, institutionId: string, id: string): Promise<Programme | null> {
  const row = await programmesOf(tx, institutionId).where('id', '=', id).executeTakeFirst()
  return row ? programmeOf(row) : null
}

/** Others who want to change it wait until this transaction ends. */
export async function findProgrammeForUpdate(tx: Tx, institutionId: string, id: string): Promise<Programme | null> {
  await tx
    .selectFrom('recognition_programmes')
    .select('id')
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return findProgramme(tx, institutionId, id)
}

export type Page = { readonly startingAfter?: string | undefined; readonly limit: number }

/** Newest first; one more than `limit` when there are more. */
export async function listProgrammes(
  tx: Tx,
  institutionId: string,
  { startingAfter, limit }: Page,
): Promise<Programme[]> {
  const rows = await programmesOf(tx, institutionId)
    .$if(startingAfter !== undefined, (query) => query.where('id', '<', startingAfter!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map(programmeOf)
}

export const findInstitutionOfProgramme = (ports: Ports, id: string): Promise<string | null> =>
  ports.db.lookup(async (tx) => {
    const found = await sql<{ id: string | null }>`SELECT institution_by_recognition_programme(${id}) AS id`.execute(tx)
    return found.rows[0]?.id ?? null
  })

export type NewRecognition = Pick<
  Recognition,
  'id' | 'programmeId' | 'applicant' | 'items' | 'evidence' | 'note' | 'packageSha256' | 'submittedAt'
> & { readonly package: string }

/** False when an application of the same person for the same programme waits already. */
export async function insertRecognition(tx: Tx, institutionId: string, one: NewRecognition): Promise<boolean> {
  const inserted = await tx
    .insertInto('recognitions')
    .values({
      institution_id: institutionId,
      id: one.id,
      programme_id: one.programmeId,
      applicant_email: one.applicant.email,
      applicant_name: one.applicant.name,
      applicant_number: one.applicant.number,
      state: 'submitted',
      items: JSON.stringify(one.items),
      evidence: JSON.stringify(one.evidence),
      note: one.note,
      package: one.package,
      package_sha256: one.packageSha256,
      submitted_at: one.submittedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return inserted.length > 0
}

const COLUMNS = [
  'institution_id',
  'id',
  'programme_id',
  'applicant_email',
  'applicant_name',
  'applicant_number',
  'state',
  'items',
  'evidence',
  'note',
  'package_sha256',
  'comment',
  'submitted_at',
  'decided_at',
  'decided_by',
  'award_id',
] as const

const recognitionsOf = (tx: Tx) => tx.selectFrom('recognitions').select(COLUMNS)

type RecognitionRow = Awaited<ReturnType<ReturnType<typeof recognitionsOf>['executeTakeFirstOrThrow']>>

const recognitionOf = (row: RecognitionRow): Recognition => ({
  id: row.id,
  institutionId: row.institution_id,
  programmeId: row.programme_id,
  applicant: { email: row.applicant_email, name: row.applicant_name, number: row.applicant_number },
  state: row.state as RecognitionState,
  items: row.items as Item[],
  evidence: row.evidence as { name: string; url: string }[],
  note: row.note,
  packageSha256: row.package_sha256,
  comment: row.comment,
  submittedAt: row.submitted_at,
  decidedAt: row.decided_at,
  decidedBy: row.decided_by,
  awardId: row.award_id,
})

export async function findRecognition(tx: Tx, institutionId: string, id: string): Promise<Recognition | null> {
  const row = await recognitionsOf(tx)
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? recognitionOf(row) : null
}

/** Holds the row until the end of the transaction, so that of two who decide the second learns of the first. */
export async function findRecognitionForUpdate(tx: Tx, institutionId: string, id: string): Promise<Recognition | null> {
  const row = await recognitionsOf(tx)
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? recognitionOf(row) : null
}

export async function findPackage(tx: Tx, institutionId: string, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom('recognitions')
    .select('package')
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.package ?? null
}

export type RecognitionSearch = Page & {
  readonly state?: RecognitionState | undefined
  readonly programmeId?: string | undefined
}

/** Newest first; one more than `limit` when there are more. */
export async function listRecognitions(
  tx: Tx,
  institutionId: string,
  { state, programmeId, startingAfter, limit }: RecognitionSearch,
): Promise<Recognition[]> {
  const rows = await recognitionsOf(tx)
    .where('institution_id', '=', institutionId)
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(programmeId !== undefined, (query) => query.where('programme_id', '=', programmeId!))
    .$if(startingAfter !== undefined, (query) => query.where('id', '<', startingAfter!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map(recognitionOf)
}

/** Those of one person at every institution; runs as the holder. */
export async function listRecognitionsOfHolder(tx: Tx, email: string): Promise<Recognition[]> {
  const rows = await recognitionsOf(tx).where('applicant_email', '=', email).orderBy('id', 'desc').limit(100).execute()
  return rows.map(recognitionOf)
}

/** What was decided, oldest first, for the export. */
export async function listDecided(
  tx: Tx,
  institutionId: string,
  programmeId: string | undefined,
): Promise<Recognition[]> {
  const rows = await recognitionsOf(tx)
    .where('institution_id', '=', institutionId)
    .where('state', '=', 'decided')
    .$if(programmeId !== undefined, (query) => query.where('programme_id', '=', programmeId!))
    .orderBy('decided_at')
    .orderBy('id')
    .limit(EXPORT_ROWS_MAX)
    .execute()
  return rows.map(recognitionOf)
}

export type Decision = {
  readonly state: 'decided' | 'withdrawn'
  readonly items: readonly Item[]
  readonly comment: string | null
  readonly decidedAt: Instant
  readonly decidedBy: string
  readonly awardId: string | null
}

export async function saveDecision(tx: Tx, institutionId: string, id: string, decision: Decision): Promise<void> {
  await tx
    .updateTable('recognitions')
    .set({
      state: decision.state,
      items: JSON.stringify(decision.items),
      comment: decision.comment,
      decided_at: decision.decidedAt,
      decided_by: decision.decidedBy,
      award_id: decision.awardId,
    })
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .execute()
}

export async function findAwardOfBatch(tx: Tx, institutionId: string, batchId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('awards')
    .select('id')
    .where('institution_id', '=', institutionId)
    .where('batch_id', '=', batchId)
    .executeTakeFirst()
  return row?.id ?? null
}

export async function publicIdsOfAwards(
  tx: Tx,
  institutionId: string,
  awardIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (awardIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('awards')
    .select(['id', 'public_id'])
    .where('institution_id', '=', institutionId)
    .where('id', 'in', awardIds)
    .execute()
  return new Map(rows.map((row) => [row.id, row.public_id]))
}

/** How the institution's roll knows the applicant; an outsider is not on it. */
export async function findRollEntry(
  tx: Tx,
  institutionId: string,
  email: string,
): Promise<{ readonly name: string; readonly number: string | null } | null> {
  const row = await tx
    .selectFrom('learners')
    .select(['name', 'student_number'])
    .where('institution_id', '=', institutionId)
    .where('email', '=', email)
    .executeTakeFirst()
  return row ? { name: row.name, number: row.student_number } : null
}
