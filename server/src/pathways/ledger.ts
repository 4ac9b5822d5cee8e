/** What a learner holds, as the ledger of awards has it, in the words of the rule language. */
import type { AchievementContent } from '@kolleges/api'
import { dayOf, type Holding, type Offer, parseLevel, type Titles } from '@kolleges/requirements'
import type { Instant } from '../platform/ports.ts'

export type LedgerRow = {
  readonly awardId: string
  readonly publicId: string
  readonly learnerId: string
  readonly achievementId: string
  readonly version: number
  readonly state: 'issued' | 'suspended' | 'revoked'
  readonly result: string | null
  readonly validFrom: Instant
  readonly validUntil: Instant | null
}

/** One learner's badges; a holding's `index` is its row. */
export type Held = { readonly rows: readonly LedgerRow[]; readonly holdings: readonly Holding[] }

/** What a rule may ask of an achievement; its descriptions stay where they are, for there can be thousands. */
export type Worth = Pick<AchievementContent, 'name' | 'credits' | 'hours' | 'level' | 'skills'>

/** Contents by achievement and version, and which achievements are micro-degrees themselves. */
export type Catalogue = {
  readonly contents: ReadonlyMap<string, Worth>
  readonly degrees: ReadonlySet<string>
  readonly issuer: string
}

export const versionKey = (achievementId: string, version: number): string => `${achievementId}/${version}`

/** By award, the micro-degrees in which it counts already. */
export type Counting = ReadonlyMap<string, readonly string[]>

export const heldOf = (rows: readonly LedgerRow[], catalogue: Catalogue, counting?: Counting): Held => ({
  rows,
  holdings: rows.map((row, index) => ({
    ...holdingOf(row, index, catalogue),
    countsIn: counting?.get(row.awardId) ?? [],
  })),
})

function holdingOf(row: LedgerRow, index: number, catalogue: Catalogue): Omit<Holding, 'countsIn'> {
  const validUntil = row.validUntil === null ? undefined : dayOf(row.validUntil)
  return {
    index,
    achievement: row.achievementId,
    version: row.version,
    ...worthOf(row.achievementId, row.version, catalogue),
    ...(row.result !== null && { grade: row.result }),
    awardedOn: dayOf(row.validFrom) ?? '',
    ...(validUntil !== undefined && { validUntil }),
    status: row.state === 'issued' ? 'valid' : row.state,
  }
}

function worthOf(achievementId: string, version: number, { contents, degrees, issuer }: Catalogue) {
  const content = contents.get(versionKey(achievementId, version))
  return {
    issuer,
    // Half points are the smallest there are; what lies between is not counted.
    halfCredits: Math.floor((content?.credits ?? 0) * 2),
    hours: content?.hours ?? 0,
    level: levelOf(content?.level ?? null),
    tags: [...(content?.skills ?? []), ...(degrees.has(achievementId) ? ['microdegree'] : [])],
  }
}

const levelOf = (level: AchievementContent['level']): Holding['level'] =>
  level === null ? {} : parseLevel(level.framework === 'own' ? level.value : `${level.framework} ${level.value}`)

/** The newest published version of each achievement. */
export function versionsOf(catalogue: Catalogue): Map<string, number> {
  const newest = new Map<string, number>()
  for (const key of catalogue.contents.keys()) {
    const [id = '', version] = key.split('/')
    newest.set(id, Math.max(newest.get(id) ?? 0, Number(version)))
  }
  return newest
}

/** What can be earned now: the newest version of each achievement that is still awarded. */
export const offersOf = (catalogue: Catalogue, offered: ReadonlySet<string>): Offer[] =>
  [...versionsOf(catalogue)]
    .filter(([id]) => offered.has(id))
    .map(([achievement, version]) => ({ achievement, version, ...worthOf(achievement, version, catalogue) }))

/** The newest name of each achievement. */
export const titlesOf = (catalogue: Catalogue): Titles =>
  Object.fromEntries(
    [...versionsOf(catalogue)].map(([id, version]) => [
      id,
      catalogue.contents.get(versionKey(id, version))?.name ?? id,
    ]),
  )
