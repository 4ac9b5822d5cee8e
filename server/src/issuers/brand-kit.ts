/** A brand kit: how an institution or one of its programmes looks, and who signs for it. */
import type { BrandFont, BrandKitChange, BrandPictureKind, BrandKit as WireBrandKit } from '@kolleges/api'
import type { Instant } from '../platform/ports.ts'
import type { Bilingual } from './institution.ts'

export type BrandKit = {
  readonly id: string
  readonly name: string
  readonly isDefault: boolean
  /** Put away: no longer offered, still there for the designs that were made with it. */
  readonly isRemoved: boolean
  readonly primary: string
  readonly accent: string
  readonly fonts: { readonly title: BrandFont; readonly body: BrandFont }
  readonly head: { readonly title: Bilingual; readonly name: Bilingual }
  readonly badge: { readonly template: string | null; readonly levels: number }
  readonly pictureKeys: Readonly<Record<BrandPictureKind, string | null>>
  readonly updatedAt: Instant
}

type Change = { readonly [Field in keyof BrandKitChange]: BrandKitChange[Field] | undefined }

/** What is not mentioned stays. */
export const withChange = (kit: BrandKit, change: Change, at: Instant): BrandKit => ({
  ...kit,
  ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
  updatedAt: at,
})

/** A programme's kit starts as the institution's own looks: the same pictures and the same hand. */
export const kitFrom = (own: BrandKit, id: string, change: Change, at: Instant): BrandKit =>
  withChange({ ...own, id, isDefault: false, isRemoved: false }, change, at)

/** The kit as staff read it: pictures by address, each new one under a new address. */
export function wireOfKit({ pictureKeys, isRemoved: _, ...kit }: BrandKit, origin: string): WireBrandKit {
  const url = (kind: BrandPictureKind): string | null => {
    const key = pictureKeys[kind]
    return key && `${origin}/v1/brand-kits/${kit.id}/${kind}.png?of=${key.slice(-20, -4)}`
  }
  return {
    ...kit,
    logoUrl: url('logo'),
    symbolUrl: url('symbol'),
    sealUrl: url('seal'),
    signatureUrl: url('signature'),
  }
}
