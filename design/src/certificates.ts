/** Lists the certificate templates, each with the variables it asks for. */
import { variablesOf } from './bind.ts'
import { executive, globalSummer, jointThree, jointTwo, korean } from './certificates/bilingual.ts'
import { completion, completionModern, excellence, membershipEnglish, speaker } from './certificates/english.ts'
import { appointment, contest, gratitude, pyochang, sangjang } from './certificates/korean-awards.ts'
import { isuClassic, practicum, suryoBand, suryoMeander, training } from './certificates/korean-classic.ts'
import { attendance, bootcamp, license, membership, volunteer } from './certificates/korean-records.ts'
import { microDegree, microDegreeWide, stackable } from './certificates/micro-degree.ts'
import type { CertificateTemplate } from './certificates/template.ts'
import { wideSpotlight, wideStage } from './certificates/wide.ts'

const GALLERY: readonly CertificateTemplate[] = [
  isuClassic,
  suryoMeander,
  suryoBand,
  training,
  practicum,
  sangjang,
  contest,
  pyochang,
  gratitude,
  appointment,
  attendance,
  volunteer,
  license,
  bootcamp,
  membership,
  microDegree,
  microDegreeWide,
  stackable,
  executive,
  korean,
  globalSummer,
  jointTwo,
  jointThree,
  completion,
  completionModern,
  membershipEnglish,
  speaker,
  excellence,
  wideSpotlight,
  wideStage,
]

export type Certificate = CertificateTemplate & {
  /** Keys of the variables it holds, in reading order; pictures and whatever it can do without included. */
  readonly fields: readonly string[]
}

export const CERTIFICATES: readonly Certificate[] = GALLERY.map((template) => ({
  ...template,
  fields: variablesOf(template.document).map(({ key }) => key),
}))

export const findCertificate = (id: string): Certificate | undefined => CERTIFICATES.find((one) => one.id === id)
