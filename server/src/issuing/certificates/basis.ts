/** What all certificates of one batch share, decided when the batch is written down. */
import { type DesignDocument, variablesOf } from '@kolleges/design'
import { type AchievementVersion, achievementValues } from '../../achievements/index.ts'
import { findDesignVersion, type Issuer, loadIssuer } from '../../designs/index.ts'
import type { Tx } from '../../platform/ports.ts'

/** Kept with the batch: a new head or a new seal changes nothing that was awarded before. */
export type CertificateBasis = { readonly design: string; readonly version: number; readonly issuer: Issuer }

export type Certifying = {
  readonly basis: CertificateBasis
  readonly document: DesignDocument
  /** What is known before anybody is: of the achievement and of the institutions. */
  readonly known: Readonly<Record<string, string>>
}

/** Null for an achievement without a certificate. */
export async function certifyingOf(
  tx: Tx,
  institutionId: string,
  { content, certification, certificateVersion }: AchievementVersion,
): Promise<Certifying | null> {
  const { certificate, coIssuers } = certification
  if (!certificate || certificateVersion === null) return null
  const pinned = await findDesignVersion(tx, institutionId, certificate.design, certificateVersion)
  if (!pinned) throw new Error('a pinned certificate design is not there')
  const issuer = await loadIssuer(tx, institutionId, { brandKit: pinned.brandKit, coIssuers })
  return {
    basis: { design: certificate.design, version: certificateVersion, issuer },
    document: pinned.document,
    known: { ...achievementValues(content, certification), ...issuer.values },
  }
}

/** The variables a certificate cannot do without, and those it shows when they are there. */
export function askedOf(document: DesignDocument): { readonly required: string[]; readonly all: Set<string> } {
  const asked = variablesOf(document)
  return {
    required: asked.filter(({ isOptional }) => !isOptional).map(({ key }) => key),
    all: new Set(asked.map(({ key }) => key)),
  }
}
