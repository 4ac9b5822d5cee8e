/** Composes a record of as many pages as it needs for the typesetter: headed sections of facts, text and tables. */
import type { Language } from './language.ts'
import { dayOf, type PrintFacts, type PrintJob } from './print.ts'

export type PrintedRecord = {
  readonly language: Language
  readonly title: string
  /** Above the title. */
  readonly issuer: string
  /** Below the title. */
  readonly lead: string
  readonly sections: readonly RecordSection[]
  /** At the foot of every page, beside its number. */
  readonly foot: string
}

export type RecordSection = {
  readonly title: string
  readonly facts?: readonly (readonly [label: string, value: string])[]
  readonly table?: RecordTable
  readonly paragraphs?: readonly string[]
}

export type RecordTable = {
  readonly heads: readonly string[]
  /** Shares of the width, one for each column. */
  readonly shares: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

/** People's words go in as data; the program never changes, so no text can become a command. */
export function composeRecordPrint(record: PrintedRecord, { day, attachment }: PrintFacts): PrintJob {
  const [year, month, date] = dayOf(day)
  const { text, ...attached } = attachment ?? { text: '' }
  const facts = { ...record, day: [year, month, date], attachments: attachment ? [attached] : [] }
  return {
    files: [
      { path: '/main.typ', bytes: PROGRAM },
      { path: '/record.json', bytes: JSON.stringify(facts) },
      ...(attachment ? [{ path: '/attachment', bytes: text }] : []),
    ],
    createdAtSeconds: Date.UTC(year, month - 1, date) / 1000,
  }
}

const PROGRAM = `#let record = json("/record.json")
#let (year, month, day) = record.day
#set document(title: record.title, author: record.issuer, date: datetime(year: year, month: month, day: day))
#set text(lang: record.language, font: "Pretendard", size: 9.5pt, fill: rgb("#1b2333"))
#set par(leading: 0.75em, spacing: 0.9em)
#set page(
  paper: "a4", margin: (x: 20mm, top: 20mm, bottom: 22mm),
  footer: context [#set text(size: 8pt, fill: rgb("#5a6577")); #record.foot #h(1fr) #counter(page).display("1 / 1", both: true)],
)
#show heading.where(level: 1): set text(size: 19pt, weight: "bold")
#show heading.where(level: 2): set text(size: 11pt, weight: "bold")
#show heading.where(level: 1): set block(above: 0.6em, below: 0.6em)
#show heading.where(level: 2): set block(above: 1.8em, below: 0.9em)
#let hairline = 0.4pt + rgb("#c9d0dc")
#text(size: 10pt, fill: rgb("#5a6577"), record.issuer)
#heading(level: 1, record.title)
#text(size: 10pt, record.lead)
#for section in record.sections {
  heading(level: 2, section.title)
  if "facts" in section {
    table(
      columns: (44mm, 1fr), inset: (x: 0pt, y: 4pt), stroke: (x, y) => (bottom: hairline),
      ..section.facts.map(((label, value)) => (text(fill: rgb("#5a6577"), label), text(value))).flatten(),
    )
  }
  if "table" in section {
    table(
      columns: section.table.shares.map(share => share * 1fr), inset: (x: 4pt, y: 5pt), stroke: (x, y) => (bottom: hairline),
      fill: (x, y) => if y == 0 { rgb("#f3f5f9") },
      table.header(..section.table.heads.map(head => text(size: 8.5pt, weight: "bold", head))),
      ..section.table.rows.map(row => row.map(cell => text(size: 8.5pt, cell))).flatten(),
    )
  }
  if "paragraphs" in section { for words in section.paragraphs { par(text(words)) } }
}
#for file in record.attachments {
  pdf.attach(file.name, read("/attachment", encoding: none), relationship: "data", mime-type: file.mediaType, description: file.description)
}
`
