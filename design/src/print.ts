/** Composes what a typesetter needs to print a layout: one fixed program, the drawing, and the facts about it. */
import { type DesignDocument, isCertificate } from './document.ts'
import type { Language } from './language.ts'
import type { Layout } from './layout.ts'
import { sceneSvg } from './svg.ts'

/** A file for the typesetter's eyes only: it never touches a disk. */
export type PrintFile = { readonly path: string; readonly bytes: Uint8Array | string }

export type PrintJob = {
  /** The first is the program. */
  readonly files: readonly PrintFile[]
  readonly createdAtSeconds: number
}

/** PDF/A-3a: tagged, archivable, and allowed to carry other files (ISO 19005-3). */
export const PRINT_STANDARD = 'a-3a'

export type Attachment = {
  readonly name: string
  readonly mediaType: string
  readonly description: string
  readonly text: string
}

export type PrintFacts = {
  /** `YYYY-MM-DD`: written into the file instead of the moment it was made, so that the same page gives the same bytes. */
  readonly day: string
  readonly attachment?: Attachment
}

/** The page as a print job. People's words go in as data; the program never changes, so no text can become a command. */
export function composePrint(document: DesignDocument, layout: Layout, { day, attachment }: PrintFacts): PrintJob {
  const { scene, scale } = layout
  const unitsPerMm = isCertificate(document) ? scale : BADGE_UNITS_PER_MM
  const mm = (length: number) => length / unitsPerMm
  const words = layout.texts.flatMap(({ lines }) => lines).join(' ')
  const facts = {
    title: document.title || WORDS[document.language],
    language: document.language,
    day: dayOf(day),
    width: mm(scene.width),
    height: mm(scene.height),
    alt: `${document.title}. ${words}`,
    links: layout.links.map(({ x, y, width, height, url }) => ({
      x: mm(x),
      y: mm(y),
      width: mm(width),
      height: mm(height),
      url,
    })),
    attachments: attachment
      ? [{ name: attachment.name, mediaType: attachment.mediaType, description: attachment.description }]
      : [],
  }
  return {
    files: [
      { path: '/main.typ', bytes: PROGRAM },
      { path: '/page.svg', bytes: sceneSvg(scene, { title: '' }) },
      { path: '/facts.json', bytes: JSON.stringify(facts) },
      ...(attachment ? [{ path: '/attachment', bytes: attachment.text }] : []),
    ],
    createdAtSeconds: Date.UTC(facts.day[0], facts.day[1] - 1, facts.day[2]) / 1000,
  }
}

/** A badge counts no millimetres; printed it is six centimetres wide. */
const BADGE_UNITS_PER_MM = 10

const WORDS: Readonly<Record<Language, string>> = { ko: '증명서', en: 'Certificate' }

/** The code's area is a link; its words for a screen reader are the address itself. */
const PROGRAM = `#let facts = json("/facts.json")
#let (year, month, day) = facts.day
#set document(title: facts.title, date: datetime(year: year, month: month, day: day))
#set text(lang: facts.language, font: "Pretendard", size: 1pt)
#set page(width: facts.width * 1mm, height: facts.height * 1mm, margin: 0pt)
#image("/page.svg", width: 100%, height: 100%, alt: facts.alt)
#for area in facts.links {
  place(top + left, dx: area.x * 1mm, dy: area.y * 1mm, link(area.url, box(width: area.width * 1mm, height: area.height * 1mm)))
}
#for file in facts.attachments {
  pdf.attach(file.name, read("/attachment", encoding: none), relationship: "data", mime-type: file.mediaType, description: file.description)
}
`

/** A day that is none is the first of the century: a page is never kept back for its metadata. */
export function dayOf(day: string): readonly [number, number, number] {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ?? []
  const time = new Date(`${year}-${month}-${date}T00:00:00Z`)
  return Number.isNaN(time.getTime()) ? [2001, 1, 1] : [Number(year), Number(month), Number(date)]
}
