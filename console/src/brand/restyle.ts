// Finds the drafts that a changed kit concerns, and dresses them: each change knows how it is undone.
import { type Achievement, type BrandKit, type Design, routes } from '@kolleges/api'
import { api } from '../api.ts'
import { dressed, isInColours } from './dress.ts'

/** One draft that may take the kit's new looks. */
export interface Restylable {
  id: string
  kind: 'design' | 'achievement'
  name: string
  /** Published before: the draft of its next version changes, nothing that was issued. */
  isPublished: boolean
  /** Gives what takes it back. */
  apply: () => Promise<() => Promise<unknown>>
}

const PAGES_MAX = 4
const LIMIT = 100

export async function findRestylable(before: BrandKit, after: BrandKit): Promise<Restylable[]> {
  const [designs, achievements] = await Promise.all([
    everything((starting_after) => api.call(routes.designs.list, { query: { limit: LIMIT, starting_after } })),
    everything((starting_after) => api.call(routes.achievements.list, { query: { limit: LIMIT, starting_after } })),
  ])
  return [
    ...designs.filter((one) => wears(one, after)).flatMap((one) => designDraft(one, after)),
    ...achievements.filter((one) => isInColours(one, before, after)).map((one) => achievementDraft(one, after)),
  ]
}

interface Page<T> {
  data: T[]
  has_more: boolean
}

/** The newest few hundred: older drafts are opened one by one before they are used again. */
async function everything<T extends { id: string }>(load: (after?: string) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = []
  for (let page = 0; page < PAGES_MAX; page++) {
    const { data, has_more } = await load(all.at(-1)?.id)
    all.push(...data)
    if (!has_more) break
  }
  return all
}

/** A design without a kit of its own is the institution's. */
const wears = ({ brandKit }: Design, kit: BrandKit): boolean => (brandKit ? brandKit === kit.id : kit.isDefault)

function designDraft(design: Design, kit: BrandKit): Restylable[] {
  const document = dressed(design.document, kit)
  if (!document) return []
  const { id, name, version, document: old } = design
  const save = (wanted: Record<string, unknown>, revision: number) =>
    api.call(routes.designs.change, { params: { id }, body: { document: wanted, revision } })
  const apply = async () => {
    const saved = await save({ ...document }, design.revision)
    return () => save(old, saved.revision)
  }
  return [{ id, kind: 'design', name, isPublished: version !== null, apply }]
}

function achievementDraft(achievement: Achievement, { primary, accent }: BrandKit): Restylable {
  const { id, name, version, design: old } = achievement
  const save = (design: Achievement['design'], revision: number) =>
    api.call(routes.achievements.change, { params: { id }, body: { design, revision } })
  const apply = async () => {
    const saved = await save({ ...old, primary, accent }, achievement.revision)
    return () => save(old, saved.revision)
  }
  return { id, kind: 'achievement', name, isPublished: version !== null, apply }
}
