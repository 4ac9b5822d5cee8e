/** Sets a programme up, or changes it. */
import { findCurrentAchievement } from '../achievements/index.ts'
import { record } from '../audit/index.ts'
import type { Ports, Tx } from '../platform/ports.ts'
import { repeatedRows } from './articulation.ts'
import type { Programme, ProgrammeContent } from './programme.ts'
import { findProgramme, findProgrammeForUpdate, insertProgramme, saveProgramme } from './store.ts'

export type Saved =
  | { readonly outcome: 'saved'; readonly programme: Programme }
  | { readonly outcome: 'refused'; readonly reason: 'not-found' | 'edit-conflict' | 'achievement-unknown' }
  | { readonly outcome: 'refused'; readonly reason: 'articulation-repeated'; readonly rows: readonly number[] }

type Command = { readonly institutionId: string; readonly actor: string }

export const createProgramme = (
  ports: Ports,
  { institutionId, actor, content }: Command & { readonly content: ProgrammeContent },
): Promise<Saved> =>
  ports.db.tenant(institutionId, async (tx) => {
    const refusal = await refusalOf(tx, institutionId, content)
    if (refusal) return refusal
    const id = ports.random.uuid()
    await insertProgramme(tx, institutionId, id, content, ports.clock.now())
    await told(tx, ports, { institutionId, actor, id, action: 'recognition-programme.created' })
    return { outcome: 'saved', programme: (await findProgramme(tx, institutionId, id))! } // written above
  })

export type ChangeProgramme = Command & {
  readonly id: string
  /** Only what changes. */
  readonly change: Partial<ProgrammeContent>
  readonly revision: number | undefined
}

/** Applications that wait or were decided keep the rows they were made under. */
export const changeProgramme = (ports: Ports, command: ChangeProgramme): Promise<Saved> =>
  ports.db.tenant(command.institutionId, async (tx) => {
    const { institutionId, actor, id, change, revision } = command
    const before = await findProgrammeForUpdate(tx, institutionId, id)
    if (!before) return { outcome: 'refused', reason: 'not-found' }
    if (revision !== undefined && revision !== before.revision) return { outcome: 'refused', reason: 'edit-conflict' }
    const content = { ...before, ...change }
    const refusal = await refusalOf(tx, institutionId, content)
    if (refusal) return refusal
    await saveProgramme(tx, institutionId, id, content, ports.clock.now())
    await told(tx, ports, { institutionId, actor, id, action: 'recognition-programme.changed' })
    return { outcome: 'saved', programme: (await findProgramme(tx, institutionId, id))! } // locked above
  })

async function refusalOf(tx: Tx, institutionId: string, content: ProgrammeContent): Promise<Saved | null> {
  const rows = repeatedRows(content.articulations)
  if (rows.length > 0) return { outcome: 'refused', reason: 'articulation-repeated', rows }
  if (content.achievement === null) return null
  const achievement = await findCurrentAchievement(tx, institutionId, content.achievement)
  return achievement === null || achievement.state === 'draft'
    ? { outcome: 'refused', reason: 'achievement-unknown' }
    : null
}

const told = (
  tx: Tx,
  ports: Ports,
  { institutionId, actor, id, action }: Command & { readonly id: string; readonly action: string },
): Promise<void> => record(tx, ports, { institutionId, actor, action, subject: { kind: 'recognition-programme', id } })
