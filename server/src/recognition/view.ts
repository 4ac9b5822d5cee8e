/** Shows programmes and applications on the wire. */
import type { Recognition as RecognitionAnswer, RecognitionProgramme } from '@kolleges/api'
import { type Programme, programmeUrl } from './programme.ts'
import { proposedCredits, type Recognition, recognisedCredits } from './recognition.ts'

export function programmeView(programme: Programme, origin: string): RecognitionProgramme {
  const { institutionId: _, ...shown } = programme
  return { ...shown, articulations: [...programme.articulations], url: programmeUrl(origin, programme.id) }
}

export const recognitionView = (
  recognition: Recognition,
  title: { readonly ko: string; readonly en: string },
  credential: string | undefined,
): RecognitionAnswer => ({
  id: recognition.id,
  programme: { id: recognition.programmeId, title },
  learner: recognition.applicant,
  state: recognition.state,
  items: [...recognition.items],
  evidence: [...recognition.evidence],
  note: recognition.note,
  creditsProposed: proposedCredits(recognition.items),
  creditsRecognised: recognisedCredits(recognition.items),
  packageSha256: recognition.packageSha256,
  comment: recognition.comment,
  submittedAt: recognition.submittedAt,
  decidedAt: recognition.decidedAt,
  decidedBy: recognition.decidedBy,
  credential: credential ?? null,
})
