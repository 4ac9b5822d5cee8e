// The tables as the query builder sees them: one interface per table of `server/migrations`, columns as PostgreSQL spells them.
// Times arrive as `Instant` text, JSON columns as parsed values (`server/src/platform/db.ts` sets the readers).
import type { ColumnType, Generated } from 'kysely'
import type { Instant } from './instant.ts'
import type {
  BadgeDesignsTable,
  CertificateFilesTable,
  DesignStatesTable,
  DesignsTable,
  Json,
  PicturesTable,
  RenderingsTable,
} from './schema-designs.ts'

export type { Json }

export interface Database {
  accounts: AccountsTable
  sign_in_tokens: SignInTokensTable
  sessions: SessionsTable
  rate_counters: { bucket: string; window_start: Instant; count: number }
  institutions: InstitutionsTable
  brand_kits: BrandKitsTable
  signing_keys: SigningKeysTable
  members: MembersTable
  api_keys: ApiKeysTable
  audit_entries: AuditEntriesTable
  idempotency_keys: IdempotencyKeysTable
  events: { institution_id: string; id: string; type: string; payload: Json; at: Instant }
  badge_designs: BadgeDesignsTable
  renderings: RenderingsTable
  designs: DesignsTable
  design_states: DesignStatesTable
  pictures: PicturesTable
  achievements: AchievementsTable
  achievement_versions: AchievementVersionsTable
  learners: LearnersTable
  status_lists: StatusListsTable
  status_entries: {
    institution_id: string
    list_id: string
    index: number
    award_id: string
    is_set: Generated<boolean>
  }
  award_batches: AwardBatchesTable
  awards: AwardsTable
  signed_credentials: SignedCredentialsTable
  certificate_serials: { institution_id: string; scope: string; year: number; last: number }
  certificate_files: CertificateFilesTable
  messages: MessagesTable
  pathways: PathwaysTable
  pathway_versions: {
    institution_id: string
    pathway_id: string
    version: number
    rule: Json
    published_at: Instant
  }
  pathway_enrolments: PathwayEnrolmentsTable
  pathway_progress: PathwayProgressTable
  pathway_degrees: PathwayDegreesTable
  recognition_programmes: RecognitionProgrammesTable
  recognitions: RecognitionsTable
  conformance_keys: ConformanceKeysTable
  conformance_status_lists: { id: string; algorithm: string; purpose: string; created_at: Instant }
  conformance_status_entries: { list_id: string; index: number; credential_id: string; is_set: Generated<boolean> }
}

export interface AccountsTable {
  id: string
  email: string
  name: Generated<string>
  language: Generated<string>
  created_at: Instant
}

export interface SignInTokensTable {
  id: string
  email: string
  link_hash: Uint8Array
  code_hash: Uint8Array
  purpose: Generated<string>
  next_path: string | null
  attempts: Generated<number>
  created_at: Instant
  expires_at: Instant
  consumed_at: Instant | null
}

export interface SessionsTable {
  token_hash: Uint8Array
  account_id: string
  institution_id: string | null
  created_at: Instant
  expires_at: Instant
  last_seen_at: Instant
  is_operator: Generated<boolean>
  for_wallet_only: Generated<boolean>
}

export interface InstitutionsTable {
  id: string
  slug: string
  name_ko: string
  name_en: string
  /** 'university' | 'academy' | 'association' | 'edtech' */
  kind: string
  /** 'test' | 'confirmed' */
  standing: string
  primary_color: string
  accent_color: string
  website: string | null
  contact_email: string | null
  head_title: string | null
  logo_key: string | null
  seal_key: string | null
  default_language: Generated<string>
  did: Generated<string>
  confirmed_at: Instant | null
  /** Its names folded, to find look-alikes. */
  name_folds: Generated<string[]>
  created_at: Instant
  updated_at: Instant
}

export interface BrandKitsTable {
  institution_id: string
  id: Generated<string>
  name: string
  is_default: Generated<boolean>
  primary_color: string
  accent_color: string
  /** 'as-designed' | 'sans' | 'serif' */
  title_font: Generated<string>
  body_font: Generated<string>
  head_title_ko: Generated<string>
  head_title_en: Generated<string>
  head_name_ko: Generated<string>
  head_name_en: Generated<string>
  badge_template: string | null
  badge_levels: Generated<number>
  logo_key: string | null
  symbol_key: string | null
  seal_key: string | null
  signature_key: string | null
  created_at: Instant
  updated_at: Instant
  removed_at: Instant | null
}

export interface SigningKeysTable {
  institution_id: string
  id: string
  public_key_multibase: string
  sealed_secret: Uint8Array
  /** 'active' | 'retired' | 'compromised' */
  state: string
  active_since: Instant
  state_since: Instant
}

export interface MembersTable {
  institution_id: string
  id: string
  email: string
  name: Generated<string>
  /** 'owner' | 'admin' | 'designer' | 'issuer' | 'viewer' */
  role: string
  /** 'active' | 'deactivated' */
  state: string
  created_at: Instant
}

export interface ApiKeysTable {
  institution_id: string
  id: string
  name: string
  secret_hash: Uint8Array
  last_four: string
  role: string
  created_at: Instant
  last_used_at: Instant | null
  revoked_at: Instant | null
}

export interface AuditEntriesTable {
  institution_id: string
  id: string
  at: Instant
  actor: string
  action: string
  subject_kind: string
  subject_id: string
  details: Json
}

export interface IdempotencyKeysTable {
  institution_id: string
  route: string
  key: string
  request_hash: Uint8Array
  status: number | null
  response: string | null
  created_at: Instant
}

export interface AchievementsTable {
  institution_id: string
  id: string
  /** 'draft' | 'published' | 'retired' */
  state: string
  draft: Json
  draft_design: Json
  draft_certification: ColumnType<unknown, string | undefined, string>
  published_version: number | null
  revision: Generated<number>
  created_at: Instant
  updated_at: Instant
}

export interface AchievementVersionsTable {
  institution_id: string
  achievement_id: string
  version: number
  content: Json
  design_id: string
  certification: ColumnType<unknown, string | undefined, string>
  certificate_version: number | null
  badge_version: number | null
  published_at: Instant
}

export interface LearnersTable {
  institution_id: string
  id: string
  name: string
  name_en: string | null
  email: string
  phone: string | null
  student_number: string | null
  department: string | null
  /** YYYY-MM-DD */
  birth_date: string | null
  created_at: Instant
  updated_at: Instant
}

export interface StatusListsTable {
  institution_id: string
  id: string
  public_id: string
  purpose: string
  size: number
  allotted: Generated<number>
  revision: Generated<number>
  published_revision: number | null
  published: string | null
  published_at: Instant | null
  published_key: string | null
  created_at: Instant
}

export interface AwardBatchesTable {
  institution_id: string
  id: string
  achievement_id: string
  achievement_version: number
  total: number
  already_awarded: Generated<number>
  valid_from: Instant
  valid_until: Instant | null
  requested_by: string
  certificate: ColumnType<unknown, string | null | undefined, string>
  created_at: Instant
}

export interface AwardsTable {
  institution_id: string
  id: string
  batch_id: string
  public_id: string
  number: string
  achievement_id: string
  achievement_version: number
  learner_id: string
  recipient_name: string
  recipient_name_en: string | null
  recipient_email: string
  /** What makes a recipient the same within an institution: the folded e-mail address. */
  recipient_key: string
  details: Json
  salt: string
  /** 'pending' | 'issued' | 'suspended' | 'revoked' | 'failed' */
  state: string
  valid_from: Instant
  valid_until: Instant | null
  status_list_id: string
  status_index: number
  test_mode: boolean
  created_at: Instant
  issued_at: Instant | null
  failure: string | null
  revoked_at: Instant | null
  revoked_by: string | null
  revocation_reason: string | null
  suspended_at: Instant | null
  suspended_by: string | null
  suspension_reason: string | null
  suspended_until: Instant | null
  /** The awards that must be issued when this one is signed. */
  rests_on: string[] | null
  edition: Generated<number>
  edition_at: Instant | null
  claim_hash: Uint8Array
  claim_expires_at: Instant
  claimed_at: Instant | null
  declined_at: Instant | null
  /** 'public' | 'link' | 'private' */
  visibility: Generated<string>
  name_hidden: Generated<boolean>
  opened_at: Instant | null
  /** 'waiting' | 'delivered' | 'failed' */
  delivery_state: Generated<string>
  delivered_at: Instant | null
}

export interface SignedCredentialsTable {
  institution_id: string
  award_id: string
  edition: number
  /** The text as it was signed, or packed against the version's sample: one of the two. */
  text: string | null
  packed: Uint8Array | null
}

export interface MessagesTable {
  institution_id: string
  id: string
  award_id: string | null
  once_key: string
  message_id: string
  to_email: string
  to_name: string
  subject: string
  text_body: string
  html_body: string
  /** 'queued' | 'sending' | 'sent' | 'failed' */
  state: string
  attempts: Generated<number>
  possibly_repeated: Generated<boolean>
  last_fault: string | null
  attempted_at: Instant | null
  created_at: Instant
  sent_at: Instant | null
}

export interface PathwaysTable {
  institution_id: string
  id: string
  achievement_id: string
  title_ko: string
  title_en: string
  /** 'automatic' | 'open' | 'application' */
  enrolment: string
  rule: Json
  published_version: number | null
  revision: Generated<number>
  created_at: Instant
  updated_at: Instant
}

export interface PathwayEnrolmentsTable {
  institution_id: string
  pathway_id: string
  learner_id: string
  /** 'applied' | 'enrolled' | 'refused' */
  state: string
  version: number
  decisions: Json
  semesters: number | null
  created_at: Instant
  enrolled_at: Instant | null
}

export interface PathwayProgressTable {
  institution_id: string
  pathway_id: string
  learner_id: string
  version: number
  /** 'met' | 'missing' */
  outcome: string
  progress: number
  credits: number
  missing: number
  evaluated_at: Instant
}

export interface PathwayDegreesTable {
  institution_id: string
  pathway_id: string
  learner_id: string
  version: number
  /** 'review' | 'waiting' | 'awarded' | 'refused' | 'revoked' */
  state: string
  award_id: string | null
  parts: string[]
  completed_at: Instant
  award_on: string | null
  decided_at: Instant | null
  decided_by: string | null
  note: string | null
  flagged_at: Instant | null
  record: string | null
}

export interface RecognitionProgrammesTable {
  institution_id: string
  id: string
  title_ko: string
  title_en: string
  description: string
  credits_max: number | null
  achievement_id: string | null
  is_open: boolean
  articulations: Json
  revision: Generated<number>
  created_at: Instant
  updated_at: Instant
}

export interface RecognitionsTable {
  institution_id: string
  id: string
  programme_id: string
  applicant_email: string
  applicant_name: string
  applicant_number: string | null
  /** 'submitted' | 'decided' | 'withdrawn' */
  state: string
  items: Json
  evidence: Json
  note: string
  package: string
  package_sha256: string
  comment: string | null
  submitted_at: Instant
  decided_at: Instant | null
  decided_by: string | null
  award_id: string | null
}

export interface ConformanceKeysTable {
  /** 'Ed25519' | 'P-256' */
  algorithm: string
  public_key_multibase: string
  sealed_secret: Uint8Array
  created_at: Instant
}
