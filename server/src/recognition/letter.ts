/** The result of an application as a letter to print and hand in: the same program as the papers of a micro-degree sets it. */
import { composeRecordPrint, type PrintedRecord } from '@kolleges/design'
import { longDate, seoulDay } from '../platform/dates.ts'
import type { Language } from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import type { OwnRecognition } from './application-pages.ts'
import { type Item, recognisedCredits } from './recognition.ts'
import { creditsIn, wording } from './words.ts'

/** Null until it is decided. */
export async function answerLetter(ports: Ports, own: OwnRecognition, language: Language): Promise<Response | null> {
  const { state, decidedAt } = own.recognition
  if (state !== 'decided' || decidedAt === null) return null
  const print = composeRecordPrint(composeLetter(own, decidedAt, language), { day: seoulDay(decidedAt) })
  return new Response(new Uint8Array(await ports.typeset.pdf(print)), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="recognition-${seoulDay(decidedAt)}-${language}.pdf"`,
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex',
    },
  })
}

export function composeLetter(own: OwnRecognition, decidedAt: string, language: Language): PrintedRecord {
  const { recognition, programme, institution } = own
  const { applicant, items, comment, submittedAt, packageSha256 } = recognition
  const { letter, paper } = wording[language]
  return {
    language,
    issuer: institution.name[language],
    title: paper.title,
    lead: paper.lead(applicant.name, creditsIn(recognisedCredits(items), language)),
    foot: `${institution.name[language]} · ${paper.title} · ${recognition.id}`,
    sections: [
      {
        title: paper.applicant,
        facts: [
          [paper.name, applicant.name],
          ...(applicant.number ? [[paper.number, applicant.number] as const] : []),
          [paper.programme, programme.title[language]],
          [paper.applied, longDate(submittedAt, language)],
          [paper.decided, longDate(decidedAt, language)],
        ],
      },
      {
        title: paper.result,
        table: {
          heads: [paper.badge, paper.issuer, paper.outcome, paper.course, paper.credits],
          shares: [3, 3, 2, 4, 1.5],
          rows: items.map((item) => rowOf(item, language)),
        },
        paragraphs: items.flatMap(({ name, reason }) => (reason ? [`${name}: ${reason}`] : [])),
      },
      ...(comment ? [{ title: letter.comment, paragraphs: [comment] }] : []),
      { title: paper.check, paragraphs: [`${letter.package}: ${packageSha256}`] },
    ],
  }
}

function rowOf({ name, issuer, outcome, course, credits }: Item, language: Language): string[] {
  const isGiven = course !== null && course !== undefined && credits > 0
  return [
    name,
    issuer,
    outcome === null ? '' : wording[language].letter.outcomes[outcome],
    isGiven ? `${course.code} ${course.name}` : '–',
    isGiven ? creditsIn(credits, language) : '–',
  ]
}
