/** Bakes a credential into its badge picture when somebody asks for it. */
import { createHash } from 'node:crypto'
import { type BakedEdition, bake } from '@kolleges/credentials'
import { loadAchievementVersion } from '../achievements/index.ts'
import { readRendering } from '../designs/index.ts'
import type { Ports } from '../platform/ports.ts'
import type { Award } from './award.ts'
import { findAwardByPublicId } from './find-award.ts'

export type BakedImage = {
  readonly bytes: Uint8Array
  readonly mediaType: 'image/png' | 'image/svg+xml'
  /** A strong entity tag in its quotes: the same credential always bakes into the same bytes. */
  readonly etag: string
}

const PICTURES = {
  png: { variant: 'png-600', mediaType: 'image/png' },
  svg: { variant: 'svg', mediaType: 'image/svg+xml' },
} as const

/** Null for a credential that is unknown or not signed yet. Whether the asker may see it is the caller's to decide. */
export async function bakedImage(ports: Ports, publicId: string, kind: 'png' | 'svg'): Promise<BakedImage | null> {
  const award = await findAwardByPublicId(ports, publicId)
  return award === null || award.credential === null ? null : bakeWith(ports, award, kind, award.credential)
}

/** The award's badge picture with any text about it inside. */
export async function bakeWith(
  ports: Ports,
  {
    institutionId,
    achievementId,
    achievementVersion,
  }: Pick<Award, 'institutionId' | 'achievementId' | 'achievementVersion'>,
  kind: 'png' | 'svg',
  text: string,
  edition: BakedEdition = 'ob3',
): Promise<BakedImage> {
  const { variant, mediaType } = PICTURES[kind]
  const { designId } = await ports.db.tenant(institutionId, (tx) =>
    loadAchievementVersion(tx, institutionId, achievementId, achievementVersion),
  )
  const picture = await readRendering(ports, institutionId, designId, variant)
  const etag = createHash('sha256').update(picture.sha256).update(text).digest('base64url')
  return { bytes: bake(picture.bytes, mediaType, text, edition), mediaType, etag: `"${etag}"` }
}
