/** Finds a credential of ours for whoever asks, and says nothing of those they may not see. */
import { type AwardView, loadAwardViewIn, parseNumber } from '../issuing/index.ts'
import type { Actor } from '../platform/handler.ts'
import { maskName } from '../platform/masking.ts'
import type { Ports } from '../platform/ports.ts'
import { type DegreeRecord, findDegreeRecord, findVisible, findVisibleOfNumber, type Place } from './store.ts'

export type OwnCredential = AwardView & {
  /** The asker proved to own the address it was issued to. */
  readonly isHolder: boolean
  /** The original files carry the full name, so they are withheld from others while it is hidden. */
  readonly showsOriginal: boolean
  /** As this asker may read it; the English name stands on the roll, not in the signed text. */
  readonly shownName: string
  readonly shownNameEn: string | undefined
  /** Of a micro-degree: its signed transcript and papers, when all of them are for this asker. */
  readonly degree: DegreeRecord | null
}

/** Untrusted id. Null alike for unknown, private and declined. */
export async function findOwn(ports: Ports, publicId: string, actors: readonly Actor[]): Promise<OwnCredential | null> {
  const viewer = addressOf(actors)
  const wanted = publicId.toLowerCase()
  const visible = await ports.db.lookup((tx) => findVisible(tx, wanted, viewer))
  return visible === null ? null : loadOwn(ports, visible, viewer)
}

/** Untrusted number as typed. */
export async function findOwnByNumber(
  ports: Ports,
  typed: string,
  actors: readonly Actor[],
): Promise<OwnCredential | null> {
  const viewer = addressOf(actors)
  const number = parseNumber(typed) ?? ''
  const visible = await ports.db.lookup((tx) => findVisibleOfNumber(tx, number, viewer))
  return visible === null ? null : loadOwn(ports, visible, viewer)
}

async function loadOwn(
  ports: Ports,
  { institutionId, publicId }: Place,
  viewer: string | null,
): Promise<OwnCredential | null> {
  const { view, degree } = await ports.db.tenant(institutionId, async (tx) => ({
    view: await loadAwardViewIn(tx, institutionId, publicId),
    degree: await findDegreeRecord(tx, publicId, viewer),
  }))
  if (view === null) return null
  const { recipient, nameHidden } = view.award
  const isHolder = viewer !== null && viewer === recipient.email
  const isMasked = nameHidden && !isHolder
  const shown = (name: string): string => (isMasked ? maskName(name) : name)
  return {
    ...view,
    degree,
    isHolder,
    showsOriginal: !isMasked,
    shownName: shown(recipient.name),
    shownNameEn: recipient.nameEn ? shown(recipient.nameEn) : undefined,
  }
}

/** The address a session proves, whether it came as holder or as member. */
export function addressOf(actors: readonly Actor[]): string | null {
  for (const actor of actors) if (actor.kind === 'holder' || actor.kind === 'member') return actor.email
  return null
}
