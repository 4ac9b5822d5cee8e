// The credentials package: Open Badges 3.0 composed, signed, baked and verified, as pure computation.
//
// It promises that the same input gives the same bytes, that nothing is fetched, and that verification answers with a value for any bytes at all. It
// will never hold a private key, read a clock, or call a credential valid because a check could not be made.

export {
  type AchievementParts,
  type AlignmentParts,
  composeAchievementDocument,
  type ResultDescriptionParts,
  type RubricCriterionLevelParts,
} from './achievement.ts'
export { bake, extract, type ImageMediaType } from './bake/bake.ts'
export type { BakedEdition, BakedForm, Extracted, ExtractRefusal } from './bake/baked.ts'
export { type AssociationParts, type AssociationType, type ClrParts, composeClr } from './clr.ts'
export { CONTEXTS, loadContext } from './context.ts'
export {
  type CredentialParts,
  composeCredential,
  type RecipientParts,
  TEST_CREDENTIAL,
  type UnsignedCredential,
} from './credential.ts'
export {
  composeDidDocument,
  type DidDocumentParts,
  type DidKeyParts,
  didKey,
  didWeb,
  didWebUrl,
  verificationMethodId,
} from './did.ts'
export { composeEndorsement, type EndorsementParts } from './endorsement.ts'
export { CredentialError, type CredentialErrorCode, type Fault, type FaultCode } from './errors.ts'
export type { EvidenceParts, ResultParts } from './evidence.ts'
export { type InnerCredential, innerCredentials } from './inner-credentials.ts'
export { type Instant, isInstant } from './instant.ts'
export { type Json, type JsonObject, type JsonRefusal, parseJsonStrict, type StrictJson } from './json.ts'
export type { CredentialKind } from './kind.ts'
export { STATUS_LIST_ENTRIES_MAX, STATUS_LIST_ENTRIES_MIN } from './limits.ts'
export { isAssertion } from './ob2/assertion.ts'
export {
  type AssertionAchievementParts,
  type AssertionEdition,
  type AssertionEditionParts,
  type AssertionIssuerParts,
  composeAssertion,
  composeAssertionAchievement,
  composeAssertionIssuer,
} from './ob2/compose-assertion.ts'
export type { Documents, FetchedDocument } from './ob2/documents.ts'
export { type AssertionAnswer, type AssertionOptions, verifyAssertion } from './ob2/verify-assertion.ts'
export { type Parsed, parseCredential } from './parse-credential.ts'
export type {
  ParsedAchievement,
  ParsedAlignment,
  ParsedCredential,
  ParsedEvidence,
  ParsedIdentifier,
  ParsedProfile,
  ParsedResult,
  ParsedResultDescription,
  ParsedRubricLevel,
  ParsedSubject,
  RelatedResource,
} from './parsed-credential.ts'
export {
  type AddressParts,
  composeProfile,
  composeProfileDocument,
  type IdentifierEntryParts,
  type ImageParts,
  type PersonNameParts,
  type ProfileParts,
} from './profile.ts'
export { checkProof, type ProofFinding, type ProofQuestion } from './proof/check.ts'
export {
  checkPresentationJwt,
  type PresentationJwtFinding,
  type PresentationJwtQuestion,
} from './proof/check-presentation-jwt.ts'
export { Edition, type EditionCopy, openEdition } from './proof/compiled/edition.ts'
export { type ShapeCounts, sharedShapes } from './proof/compiled/shapes.ts'
export { disclose, type SelectiveOptions, signSelectively } from './proof/disclose.ts'
export { type JwtIssuingAlgorithm, type JwtSigner, type ParsedJwt, parseJwt, signJwt } from './proof/jwt.ts'
export {
  decodeMultikey,
  encodeMultikey,
  type KeyAlgorithm,
  keyName,
  type MultikeyAlgorithm,
  type PublicKey,
} from './proof/keys.ts'
export { type Prepared, type ProofOptions, prepare } from './proof/prepare.ts'
export { type Primitives, webPrimitives } from './proof/primitives.ts'
export type { ProofPurpose } from './proof/resolve-key.ts'
export { type SecureOptions, secureDocument } from './proof/secure.ts'
export { credentialText, type SignedCredential, type Signer, sign } from './proof/sign.ts'
export { SUITES } from './proof/suites.ts'
export { type InputMediaType, type ReadInput, type ReadRefusal, readInput } from './read-input.ts'
export { hashIdentity, type IdentityObject, type IdentityParts, matchesIdentity, nameIdentity } from './recipient.ts'
export { bitAt, type DecodedBits, decodeBits, emptyBits, encodeBits, setBit, withBit } from './status/bitstring.ts'
export type { StatusEntry, StatusEntryParts, StatusPurpose } from './status/status-entry.ts'
export { composeStatusList, type StatusListParts } from './status/status-list.ts'
export type {
  IssuerMaterial,
  IssuerTrust,
  KeyState,
  Material,
  RegistryEntry,
  StatusListMaterial,
} from './verify/material.ts'
export { documentUrl, type IssuerNeed, type Needs, needsOf, needsOfInput, type StatusNeed } from './verify/needs.ts'
export {
  type Agreement,
  type Check,
  type CheckName,
  type CheckReason,
  type InnerResult,
  type Outcome,
  type ProofOutcome,
  VERDICTS,
  type Verdict,
  type VerificationResult,
} from './verify/result.ts'
export { unreadable, verify } from './verify/verify.ts'
export type { EvidenceMaterial, VerifyOptions } from './verify/verify-options.ts'
export { SENTENCES, type Sentence } from './words.ts'
