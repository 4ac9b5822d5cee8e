// The tables of designs and of what is drawn by them, as the query builder sees them.
import type { ColumnType, Generated } from 'kysely'
import type { Instant } from './instant.ts'

/** Written as a JSON text, read as the parsed value. */
export type Json = ColumnType<unknown, string, string>

export interface BadgeDesignsTable {
  institution_id: string
  id: string
  design: Json
  content_hash: string
  /** A badge that is no template, printed and bound. */
  document: string | null
  picture_keys: ColumnType<unknown, string | null | undefined, string>
  created_at: Instant
  rendered_at: Instant | null
}

export interface RenderingsTable {
  institution_id: string
  design_id: string
  /** 'svg' | 'png-160' | 'png-320' | 'png-600' | 'png-1200' | 'png-compact' */
  variant: string
  blob_key: string
  media_type: string
  sha256: string
  byte_length: number
}

export interface DesignsTable {
  institution_id: string
  id: string
  /** 'badge' | 'certificate' */
  kind: string
  name: string
  /** The draft, printed. */
  document: string
  template: string | null
  brand_kit_id: string | null
  published_version: number | null
  revision: Generated<number>
  created_at: Instant
  updated_at: Instant
  archived_at: Instant | null
}

export interface DesignStatesTable {
  institution_id: string
  design_id: string
  id: string
  /** 'published' | 'saved' */
  kind: string
  version: number | null
  document: string
  brand_kit_id: string | null
  at: Instant
  by: string
}

export interface PicturesTable {
  institution_id: string
  id: string
  blob_key: string
  media_type: string
  width_px: number
  height_px: number
  byte_length: number
  created_at: Instant
}

export interface CertificateFilesTable {
  institution_id: string
  award_id: string
  /** 'print' | 'screen' */
  size: string
  content_key: string
  blob_key: string
  byte_length: number
  rendered_at: Instant
}
