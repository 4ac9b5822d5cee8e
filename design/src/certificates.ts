/** Lists the certificate templates, each with the variables it asks for. */
import { variablesOf } from './bind.ts'
import { isuClassic, practicum, suryoBand, suryoMeander, training } from './certificates/korean-classic.ts'
import type { CertificateTemplate } from './certificates/template.ts'

const GALLERY: readonly CertificateTemplate[] = [isuClassic, suryoMeander, suryoBand, practicum, training]

export type Certificate = CertificateTemplate & {
  /** Keys of the variables it holds, in reading order; pictures and whatever it can do without included. */
  readonly fields: readonly string[]
}

export const CERTIFICATES: readonly Certificate[] = GALLERY.map((template) => ({
  ...template,
  fields: variablesOf(template.document).map(({ key }) => key),
}))

export const findCertificate = (id: string): Certificate | undefined => CERTIFICATES.find((one) => one.id === id)
