/**
 * Designs of badges and certificates, and how they are drawn.
 *
 * A badge design is a small value; a document is the editable whole of a badge or a certificate; bound to one person's data and laid
 * out it is a scene, absolute shapes only; an SVG is the scene written out. The browser's preview, the PNG and the printed page are
 * made from that same SVG, so they cannot disagree. Everything here takes values and gives values: no network, no clock, no chance.
 * It will never read a file, fetch a font or let text leave its box.
 */

export type { Alignment, Named, Shift } from './align.ts'
export { align, distribute } from './align.ts'
export type { BadgeOptions } from './badge.ts'
export { badgeScene, badgeSvg, TEMPLATES, titleFit } from './badge.ts'
export type { BadgeDesign, TemplateField, TemplateId } from './badge-design.ts'
export { TEMPLATE_IDS } from './badge-design.ts'
export { badgeDocument } from './badge-document.ts'
export type { BadgeFamily, Curriculum } from './badge-family.ts'
export { badgeFamily, iconFor } from './badge-family.ts'
export type { BindingData, BindOptions, Bound, Missing, Undrawn } from './bind.ts'
export { bind, variablesOf } from './bind.ts'
export type { Certificate } from './certificates.ts'
export { CERTIFICATES, findCertificate } from './certificates.ts'
export type { Colour, Palette } from './colour.ts'
export { brandPalette, contrast, inkOn, isColour, mix, readableOn } from './colour.ts'
export type { Clip, Pasted } from './copy.ts'
export { clipOf, freeId, parseClip, paste } from './copy.ts'
export type { ColourRef, ColourSlot, DesignDocument, Element, ElementKind, Page, PageId } from './document.ts'
export { COLOUR_SLOTS, DOCUMENT_VERSION, elementsOf, isCertificate, PAGES } from './document.ts'
export type { DraftWishes } from './draft.ts'
export { draftBadgeDesign } from './draft.ts'
export type { Edit, Edited, EditRefusal } from './edit.ts'
export { edit } from './edit.ts'
export { EXAMPLES } from './examples.ts'
export type { DesignFault, DesignFaultCode } from './faults.ts'
export { DESIGN_FAULTS, describeDesignFault } from './faults.ts'
export type { Finding, FindingCode } from './findings.ts'
export { FINDINGS } from './findings.ts'
export type { Fit } from './fit.ts'
export type { Spot } from './hit.ts'
export { elementsAt, heldBy, pick, touchedBy } from './hit.ts'
export type { IconName } from './icons.ts'
export { ICONS, iconSvg, isIconName } from './icons.ts'
export type { Bilingual, Language } from './language.ts'
export type { LaidPart, Layout } from './layout.ts'
export { layOut, SCENE_UNITS_PER_MM } from './layout.ts'
export {
  COMPACT_BELOW_PX,
  LEVELS_MAX,
  PROGRESS_PARTS_MAX,
  PROGRESS_PARTS_MIN,
  RENDER_WIDTHS_PX,
  TITLE_CHARACTERS_MAX,
} from './limits.ts'
export type { LogoColours } from './logo-colours.ts'
export { logoColours } from './logo-colours.ts'
export { longest } from './longest.ts'
export { undrawable } from './metrics.ts'
export { openBadge } from './open-badge.ts'
export type { OrnamentName } from './ornaments.ts'
export { ORNAMENTS } from './ornaments.ts'
export type { Outlined } from './outline.ts'
export { around, outline } from './outline.ts'
export type { ParsedDesign } from './parse-badge-design.ts'
export { parseBadgeDesign } from './parse-badge-design.ts'
export type { ParsedDocument } from './parse-document.ts'
export { parseDocument, printDocument } from './parse-document.ts'
export type { ParticlePair } from './particle.ts'
export { PARTICLES, withParticle } from './particle.ts'
export { preflight } from './preflight.ts'
export type { Attachment, PrintFacts, PrintFile, PrintJob } from './print.ts'
export { composePrint, PRINT_STANDARD } from './print.ts'
export { qrPath, qrSvg } from './qr.ts'
export type { Handle, ResizeOptions, Sized } from './resize.ts'
export { HANDLES, partsOf, resizeBox, stretch } from './resize.ts'
export type { Box, Picture, Placement, Scene, Shape } from './scene.ts'
export { place } from './scene.ts'
export type { CredentialCard, RevokedCard, ShareCard } from './share-card.ts'
export { SHARE_CARD_HEIGHT_PX, SHARE_CARD_WIDTH_PX, shareCardScene, shareCardSvg } from './share-card.ts'
export { coloursOf } from './slots.ts'
export type { Axis, Guide, Part, SnapOptions, Snapped } from './snap.ts'
export { snap } from './snap.ts'
export { sceneSvg } from './svg.ts'
export type { Variable } from './variables.ts'
export { findVariable, keyOf, VARIABLES } from './variables.ts'
