// What other slices may use of issuing: awards and their credentials, baked images, numbers, claim links.
export {
  type Award,
  type AwardDetails,
  type AwardEvidence,
  type AwardState,
  credentialUrl,
  type DeliveryState,
  isInForce,
  type Revocation,
  type Suspension,
  type Visibility,
} from './award.ts'
export { type AwardRoster, awardWithin, type RosterAwarding } from './award-roster.ts'
export { type BakedImage, bakedImage, bakeWith } from './baked-image.ts'
export { type Certificate, readCertificate } from './certificates/print-certificate.ts'
export type { CertificateSize } from './certificates/store.ts'
export { claimHash, claimToken } from './claim-token.ts'
export {
  type AwardView,
  findAwardByNumber,
  findAwardByPublicId,
  findFormer,
  loadAwardView,
  loadAwardViewIn,
} from './find-award.ts'
export { CLAIM_VALID_SECONDS } from './limits.ts'
export { issueNumber, parseNumber } from './number.ts'
export { retryBatch } from './retry-batch.ts'
export { listAwardsById } from './store.ts'
export { viewBatchById } from './view.ts'
