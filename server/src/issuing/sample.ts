/** Composes the sample of an achievement version: what its credentials share, with nobody in it. */
import type { AwardDetails } from './award.ts'
import { type Composition, composeAward } from './compose.ts'

/**
 * It stays as long as any credential packed against it, so nothing of a learner may be in it. How good a sample it is decides how small
 * the others become, and nothing else.
 */
export async function composeSample(composition: Composition, verificationMethod: string): Promise<string> {
  const { award, achievement } = composition
  const unsigned = await composeAward({
    ...composition,
    award: {
      ...award,
      publicId: '0',
      recipient: { name: '-', nameEn: null, email: '-', key: '-' },
      salt: '-',
      details: detailsWith(achievement.content.resultScale?.values[0]),
      validUntil: award.validUntil ?? award.validFrom,
      status: { listPublicId: award.status.listPublicId, index: 0 },
    },
  })
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: award.createdAt,
    verificationMethod,
    proofPurpose: 'assertionMethod',
    proofValue: 'z',
  }
  return JSON.stringify({ ...unsigned, proof: [proof] })
}

const detailsWith = (result = '-'): AwardDetails => ({
  result,
  narrative: '-',
  licenseNumber: '-',
  evidence: [{ name: '-', url: 'https://-', narrative: '-' }],
})
