/** Makes, changes and puts away brand kits. Nothing that was issued looks to a kit again, so nothing issued changes. */
import type { BrandKitChange } from '@kolleges/api'
import { TEMPLATE_IDS } from '@kolleges/design'
import { record } from '../audit/index.ts'
import type { Staff } from '../platform/handler.ts'
import type { Ports, Tx } from '../platform/ports.ts'
import { type BrandKit, kitFrom, withChange } from './brand-kit.ts'
import { BRAND_KITS_MAX } from './limits.ts'
import { findBrandKit, listBrandKits, loadDefaultKit, putBrandKitAway, saveBrandKit, saveNewBrandKit } from './store.ts'

type Change = { readonly [Field in keyof BrandKitChange]: BrandKitChange[Field] | undefined }

export type Kept =
  | { readonly outcome: 'kept'; readonly kit: BrandKit }
  | {
      readonly outcome: 'refused'
      readonly reason: 'not-found' | 'brand-kit-default' | 'brand-kits-full' | 'template-unknown'
    }

export const createBrandKit = (ports: Ports, actor: Staff, wanted: Change & { name: string }): Promise<Kept> =>
  ports.db.tenant(actor.institutionId, async (tx) => {
    if (!isKnownShape(wanted)) return { outcome: 'refused', reason: 'template-unknown' }
    const all = await listBrandKits(tx, actor.institutionId)
    if (all.length >= BRAND_KITS_MAX) return { outcome: 'refused', reason: 'brand-kits-full' }
    const own = await loadDefaultKit(tx, actor.institutionId)
    const kit = kitFrom(own, ports.random.uuid(), wanted, ports.clock.now())
    await saveNewBrandKit(tx, actor.institutionId, kit)
    await tell(tx, ports, actor, 'brand-kit.created', kit.id)
    return { outcome: 'kept', kit }
  })

export const changeBrandKit = (ports: Ports, actor: Staff, id: string, change: Change): Promise<Kept> =>
  ports.db.tenant(actor.institutionId, async (tx) => {
    if (!isKnownShape(change)) return { outcome: 'refused', reason: 'template-unknown' }
    const known = await findBrandKit(tx, actor.institutionId, id)
    if (!known || known.isRemoved) return { outcome: 'refused', reason: 'not-found' }
    const kit = withChange(known, change, ports.clock.now())
    await saveBrandKit(tx, actor.institutionId, kit)
    await tell(tx, ports, actor, 'brand-kit.changed', id, { fields: Object.keys(change) })
    return { outcome: 'kept', kit }
  })

export const removeBrandKit = (ports: Ports, actor: Staff, id: string): Promise<Kept> =>
  ports.db.tenant(actor.institutionId, async (tx) => {
    const kit = await findBrandKit(tx, actor.institutionId, id)
    if (!kit || kit.isRemoved) return { outcome: 'refused', reason: 'not-found' }
    if (kit.isDefault) return { outcome: 'refused', reason: 'brand-kit-default' }
    await putBrandKitAway(tx, actor.institutionId, id, ports.clock.now())
    await tell(tx, ports, actor, 'brand-kit.removed', id)
    return { outcome: 'kept', kit }
  })

const isKnownShape = ({ badge }: Change): boolean => {
  const shape = badge?.template ?? null
  return shape === null || TEMPLATE_IDS.some((id) => id === shape)
}

const tell = (tx: Tx, ports: Ports, actor: Staff, action: string, id: string, details = {}): Promise<void> =>
  record(tx, ports, {
    institutionId: actor.institutionId,
    actor: actor.label,
    action,
    subject: { kind: 'brand-kit', id },
    details,
  })
