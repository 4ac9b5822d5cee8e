/** Looks at the certificate of an achievement before it is kept and before it is published. */
import type { AchievementContent } from '@kolleges/api'
import { bind, type DesignDocument } from '@kolleges/design'
import {
  documentFaults,
  findDesign,
  findDesignVersion,
  hasPictures,
  type Issuer,
  loadIssuer,
  sampleValues,
} from '../designs/index.ts'
import type { FieldFault, Language } from '../platform/handler.ts'
import type { Tx } from '../platform/ports.ts'
import { type Refusal, refuse } from './achievement.ts'
import { achievementValues, type Certification } from './certification.ts'

export type CertificateRefusal =
  | Refusal<'design-unknown' | 'design-not-published'>
  | (Refusal<'design-not-ready' | 'request-invalid'> & { readonly errors: readonly FieldFault[] })

/** A draft may name a design that is not published yet, but none that is not there. */
export async function refuseCertificate(
  tx: Tx,
  institutionId: string,
  { certificate, badge, coIssuers }: Certification,
): Promise<CertificateRefusal | null> {
  for (const [id, kind] of [[certificate?.design, 'certificate'] as const, [badge, 'badge'] as const]) {
    const design = id && (await findDesign(tx, institutionId, id))
    if (id && (!design || design.kind !== kind)) return refuse('design-unknown')
  }
  const ids = coIssuers.flatMap(({ logo, seal }) => [logo, seal]).filter((id) => id !== null)
  if (await hasPictures(tx, institutionId, ids)) return null
  const fault = { pointer: '#/coIssuers', code: 'picture-unknown', detail: PICTURE_UNKNOWN }
  return { ...refuse('request-invalid'), errors: [fault] }
}

const PICTURE_UNKNOWN = '올려 둔 그림이 아닙니다. There is no such picture.'

/** The newest published version of a design, which is the one to pin; null without a design. */
async function newestVersion(tx: Tx, institutionId: string, id: string | undefined | null): Promise<number | null> {
  const design = id ? await findDesign(tx, institutionId, id) : null
  return design?.publishedVersion ?? null
}

export const newestCertificateVersion = (
  tx: Tx,
  institutionId: string,
  { certificate }: Certification,
): Promise<number | null> => newestVersion(tx, institutionId, certificate?.design)

export type PinnedBadge = {
  readonly version: number
  readonly document: DesignDocument
  readonly pictureKeys: Issuer['pictureKeys']
}

/** The badge's document with this achievement's words in it; null for a badge of a template, or whose design was never published. */
export async function pinBadge(
  tx: Tx,
  institutionId: string,
  { content, certification }: Certified,
): Promise<PinnedBadge | null> {
  const { badge } = certification
  const version = badge && (await newestVersion(tx, institutionId, badge))
  const pinned = badge && version && (await findDesignVersion(tx, institutionId, badge, version))
  if (!pinned) return null
  const { values, pictureKeys } = await loadIssuer(tx, institutionId, { brandKit: pinned.brandKit })
  const pictures = Object.fromEntries(Object.keys(pictureKeys).map((variable) => [variable, OUTLINE]))
  const { document } = bind(pinned.document, {
    values: { ...achievementValues(content, certification), ...values },
    pictures,
  })
  return { version: pinned.version, document, pictureKeys }
}

/** Binding asks only whether a picture is there. */
const OUTLINE = { mediaType: 'image/png', base64: '', widthPx: 1, heightPx: 1 } as const

type Certified = { readonly content: AchievementContent; readonly certification: Certification }

/** Looks at the certificate as it will be: with this achievement's name and institutions, and a sample person. */
export async function checkCertificate(
  tx: Tx,
  institutionId: string,
  { content, certification }: Certified,
  words: Language,
): Promise<CertificateRefusal | null> {
  const { certificate, badge, coIssuers } = certification
  if (badge && (await newestVersion(tx, institutionId, badge)) === null) return refuse('design-not-published')
  if (!certificate) return null
  const version = await newestCertificateVersion(tx, institutionId, certification)
  const pinned = version && (await findDesignVersion(tx, institutionId, certificate.design, version))
  if (!pinned) return refuse('design-not-published')
  const { document, brandKit } = pinned
  const issuer = await loadIssuer(tx, institutionId, { brandKit, coIssuers })
  const known = { ...achievementValues(content, certification), ...issuer.values }
  const values = sampleValues(document, known, (key) => OWN.test(key))
  const errors = await documentFaults(tx, institutionId, { document, issuer, values }, words)
  return errors.length > 0 ? { ...refuse('design-not-ready'), errors } : null
}

/** What nobody but the achievement can bring; hours, a period or a place may stand in the roster. */
const OWN = /^(institution[123]\.|achievement\.name)/
