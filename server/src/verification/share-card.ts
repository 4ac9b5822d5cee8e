/** Draws the picture that networks show beside a shared credential, once for each content. */
import { createHash } from 'node:crypto'
import {
  type CredentialCard,
  SHARE_CARD_WIDTH_PX,
  type ShareCard,
  shareCardSvg,
  TALL_CARD_WIDTH_PX,
  type TallFormat,
  tallCardSvg,
} from '@kolleges/design'
import { loadBadge, readBadgeScene } from '../designs/index.ts'
import { seoulDay } from '../platform/dates.ts'
import type { Language } from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import type { OwnCredential } from './find-own.ts'

export type CardPicture = { readonly bytes: Uint8Array; readonly etag: string }

/** Carries no verdict: networks keep it for days. A hidden name is hidden here too, from its holder's own preview as well. */
export async function shareCardPicture(
  ports: Ports,
  own: OwnCredential,
  { format, language }: CardRequest,
): Promise<CardPicture> {
  const card = cardOf(own, await badgeOf(ports, own), ports.config.origin, language)
  const hash = createHash('sha256')
    .update(`${format} ${JSON.stringify(card)}`)
    .digest('hex')
  const key = `share-cards/${hash}.png`
  const etag = `"${hash.slice(0, 32)}"`
  const kept = await ports.blobs.get(key)
  if (kept) return { bytes: kept.bytes, etag }
  const bytes =
    format === 'og'
      ? await ports.raster.png(shareCardSvg(card), SHARE_CARD_WIDTH_PX)
      : await ports.raster.png(tallCardSvg(card, format), TALL_CARD_WIDTH_PX)
  await ports.blobs.put(key, bytes, 'image/png')
  return { bytes, etag }
}

/** The picture's address changes with what it shows, because networks keep it under its address. */
export function shareCardPath({ award }: OwnCredential, language: Language): string {
  const shown = [award.state, award.nameHidden, award.recipient.name, award.achievementVersion, award.validFrom]
  const hash = createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, HASH_CHARACTERS)
  return `/c/${award.publicId}/og.${language}.${hash}.png`
}

export type CardRequest = { readonly format: 'og' | TallFormat; readonly language: Language }

/** `og.png`, `square.png` and `story.png` in the asker's language, or `og.ko.….png`; null for any other file. */
export function shareCardRequest(file: string, language: Language): CardRequest | null {
  const [, format, wanted] = /^(og|square|story)(?:\.(ko|en)(?:\.[0-9a-f]{10})?)?\.png$/.exec(file) ?? []
  return format
    ? { format: format as CardRequest['format'], language: (wanted as Language | undefined) ?? language }
    : null
}

const HASH_CHARACTERS = 10

type Badge = Pick<CredentialCard, 'design' | 'badge'>

async function badgeOf(ports: Ports, { award, achievement }: OwnCredential): Promise<Badge> {
  const { institutionId } = award
  const { designId } = achievement
  const { design, document } = await ports.db.tenant(institutionId, (tx) => loadBadge(tx, institutionId, designId))
  return { design, ...(document && { badge: await readBadgeScene(ports, institutionId, designId) }) }
}

const nameIn = ({ name, nameEn }: OwnCredential['award']['recipient'], language: Language): string =>
  language === 'en' ? (nameEn ?? name) : name

function cardOf(own: OwnCredential, badge: Badge, origin: string, language: Language): ShareCard {
  const { award, institution, achievement } = own
  const institutionName = institution.name[language]
  const url = `${new URL(origin).host}/c/${award.publicId}`
  if (award.state === 'revoked') return { kind: 'revoked', institutionName, url, language }
  return {
    kind: 'credential',
    ...badge,
    institutionName,
    title: achievement.content.name,
    recipientName: award.nameHidden ? null : nameIn(award.recipient, language),
    url,
    issuedOn: seoulDay(award.validFrom),
    language,
  }
}
