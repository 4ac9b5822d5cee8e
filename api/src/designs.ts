// The design studio: documents of badges and certificates, their versions and renderings, the pictures in them.
import { z } from 'zod'
import { InstantText, ListQuery, Uuid } from './common.ts'
import { DESIGN_NAME_CHARACTERS_MAX, RENDERING_WIDTH_PX_MAX, RENDERING_WIDTH_PX_MIN } from './limits.ts'

export const DesignKind = z.enum(['badge', 'certificate'])
export const DesignPage = z.enum(['badge', 'a4-portrait', 'a4-landscape', 'wide'])

/** As `@kolleges/design` parses and prints it: another version of the format is read by that package, not by the wire. */
export const DesignDocumentJson = z.record(z.string(), z.unknown())

export const DesignTemplate = z.object({
  id: z.string(),
  kind: DesignKind,
  name: z.object({ ko: z.string(), en: z.string() }),
  /** Keys of the variables it asks for; of a badge, the parts it is made of. */
  fields: z.array(z.string()),
})
export type DesignTemplate = z.infer<typeof DesignTemplate>

export const Design = z.object({
  id: Uuid,
  kind: DesignKind,
  name: z.string(),
  state: z.enum(['draft', 'published']),
  /** The newest published version; null while it is only a draft. */
  version: z.number().int().nullable(),
  hasUnpublishedChanges: z.boolean(),
  /** Grows with every change of the draft. */
  revision: z.number().int(),
  document: DesignDocumentJson,
  /** The template it was begun from. */
  template: z.string().nullable(),
  /** The brand kit it takes logo, seal and signature from; null for the institution's own. */
  brandKit: Uuid.nullable(),
  /** The achievements that are drawn or certified by it. */
  usedBy: z.array(z.object({ id: Uuid, name: z.string() })),
  createdAt: InstantText,
  updatedAt: InstantText,
})
export type Design = z.infer<typeof Design>

const Name = z.string().trim().min(1).max(DESIGN_NAME_CHARACTERS_MAX)

/** From a template, from a document, or an empty page. */
export const NewDesign = z.object({
  kind: DesignKind,
  name: Name,
  template: z.string().max(40).optional(),
  document: DesignDocumentJson.optional(),
  /** Of an empty certificate; A4 portrait when it is left out. */
  page: DesignPage.optional(),
  brandKit: Uuid.nullable().optional(),
})
export type NewDesign = z.infer<typeof NewDesign>

export const DesignChange = z.object({
  name: Name.optional(),
  document: DesignDocumentJson.optional(),
  brandKit: Uuid.nullable().optional(),
  /** The revision the change is based on; another one answers `edit-conflict`. */
  revision: z.number().int(),
})
export type DesignChange = z.infer<typeof DesignChange>

export const DesignQuery = ListQuery.extend({ kind: DesignKind.optional(), q: z.string().max(100).optional() })

/** One state in the history of a design: published for good, or saved along the way. */
export const DesignVersion = z.object({
  id: Uuid,
  kind: z.enum(['published', 'saved']),
  version: z.number().int().nullable(),
  at: InstantText,
  by: z.string(),
})
export type DesignVersion = z.infer<typeof DesignVersion>
export const DesignVersionDocument = DesignVersion.extend({ document: DesignDocumentJson })

/** The id of a state in the history. */
export const DesignRestoration = z.object({ version: Uuid })

export const DesignCopy = z.object({
  name: Name.optional(),
  /** The slug of another institution in which the caller may change designs. */
  institution: z.string().max(40).optional(),
})

export const DesignRendering = z.object({
  format: z.enum(['svg', 'png', 'pdf']),
  /** Of a PNG. */
  widthPx: z.number().int().min(RENDERING_WIDTH_PX_MIN).max(RENDERING_WIDTH_PX_MAX).optional(),
  /** By variable, such as `learner.name` or `이름`, or by the name of a column; what is left out is a sample person's. */
  values: z.record(z.string().max(80), z.string().max(2_000)).optional(),
  /** The number of a published version; without it the draft. */
  version: z.number().int().min(1).optional(),
})

export const Picture = z.object({
  /** The hash of its pixels: what an image element names. */
  id: z.string(),
  mediaType: z.enum(['image/png', 'image/jpeg']),
  widthPx: z.number().int(),
  heightPx: z.number().int(),
  url: z.string(),
})
export type Picture = z.infer<typeof Picture>
export const PictureId = z.string().regex(/^[0-9a-f]{64}$/)
