/** Hands out a paper of a micro-degree: the diploma supplement and the transcript as PDF, the Europass export as JSON-LD. */
import { createHash } from 'node:crypto'
import type { DegreePaper } from '@kolleges/api'
import { composeRecordPrint, type PrintedRecord } from '@kolleges/design'
import { seoulDay } from '../../platform/dates.ts'
import type { Language } from '../../platform/handler.ts'
import type { Ports } from '../../platform/ports.ts'
import { composeSupplement, composeTranscript } from './compose-papers.ts'
import { composeEuropass } from './europass.ts'
import type { DegreePapers } from './papers.ts'

const COMPOSERS = { 'supplement.pdf': composeSupplement, 'transcript.pdf': composeTranscript } as const

/** What may be seen was decided when the papers were loaded. */
export async function answerPaper(
  ports: Ports,
  papers: DegreePapers,
  paper: DegreePaper,
  language: Language,
): Promise<Response> {
  const headers = { 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' }
  if (paper === 'europass.json')
    return new Response(JSON.stringify(composeEuropass(papers), null, 2), {
      headers: { ...headers, 'content-type': 'application/ld+json' },
    })
  const pdf = await printed(ports, papers, COMPOSERS[paper](papers, language))
  const name = `${paper.slice(0, -'.pdf'.length)}-${papers.award.number}-${language}.pdf`
  return new Response(pdf, {
    headers: { ...headers, 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${name}"` },
  })
}

/** Kept under the hash of all it says: the same paper is printed once. */
async function printed(
  ports: Ports,
  { award, record }: DegreePapers,
  page: PrintedRecord,
): Promise<Uint8Array<ArrayBuffer>> {
  const hash = createHash('sha256').update(JSON.stringify(page)).update(record).digest('hex')
  const key = `degree-papers/${hash}.pdf`
  const known = await ports.blobs.get(key)
  if (known) return new Uint8Array(known.bytes)
  const attachment = {
    name: `${award.number}.json`,
    mediaType: 'application/vc+ld+json',
    description: page.title,
    text: record,
  }
  const bytes = await ports.typeset.pdf(composeRecordPrint(page, { day: seoulDay(award.validFrom), attachment }))
  await ports.blobs.put(key, bytes, 'application/pdf')
  return new Uint8Array(bytes)
}
