// The institutions that issue: their names and looks, their signing keys, their public documents.
// It promises that a name someone else bears is not given away twice, and that every key ever used stays findable.
export type { BrandKit } from './brand-kit.ts'
export { type Confirmed, confirmInstitution } from './confirm-institution.ts'
export { type Created, createInstitution, type NewInstitution } from './create-institution.ts'
export { alignDids, findInstitutionBySlug, findInstitutionIdBySlug, hasInstitution } from './find-institution.ts'
export { type Institution, logoUrlOf, oldIssuerParts, oldIssuerUrl, pageOf, profileOf } from './institution.ts'
export { type IssuerMaterial, issuerMaterial } from './issuer-material.ts'
export { readKitPictures } from './kit-pictures.ts'
export { type Renamed, renameInstitution } from './rename-institution.ts'
export { findBrandKit, loadDefaultKit, loadInstitution } from './store.ts'
