/** Says what a certificate template is: a document to start from, with its name. */
import type { DesignDocument } from '../document.ts'
import type { Bilingual } from '../language.ts'

export type CertificateTemplate = {
  readonly id: string
  readonly name: Bilingual
  readonly describes: Bilingual
  readonly document: DesignDocument
}
