/** Composes the diploma supplement, in its eight sections, and the transcript of a micro-degree. */
import type { AchievementContent } from '@kolleges/api'
import type { PrintedRecord, RecordTable } from '@kolleges/design'
import { describeRule } from '@kolleges/requirements'
import { credentialUrl } from '../../issuing/index.ts'
import { longDate, seoulDay, seoulMonth } from '../../platform/dates.ts'
import type { Language } from '../../platform/handler.ts'
import { paperWords } from './paper-words.ts'
import { creditsOf, type DegreePapers, gradeAverage, hoursOf, type Part } from './papers.ts'

type Row = readonly [label: string, value: string]

const other = (language: Language): Language => (language === 'ko' ? 'en' : 'ko')

export function composeSupplement(papers: DegreePapers, language: Language): PrintedRecord {
  const say = paperWords[language]
  const { content } = papers
  return {
    ...frame(papers, language),
    title: say.supplement,
    lead: say.supplementLead(papers.title[language]),
    sections: [
      { title: say.holder, facts: holder(papers, language) },
      { title: say.qualification, facts: qualification(papers, language) },
      {
        title: say.level,
        facts: [
          [say.levelOf, levelText(content.level) || say.noLevel],
          [say.credits, say.creditsValue(creditsOf(papers))],
          [say.hours, say.hoursValue(hoursOf(papers))],
        ],
      },
      {
        title: say.contents,
        facts: [
          [say.description, content.description],
          [say.criteria, content.criteria.narrative],
          [say.rule, ruleText(papers, language)],
        ].filter((row): row is [string, string] => Boolean(row[1])),
        table: partTable(papers.parts, language),
      },
      { title: say.function, paragraphs: say.functionText },
      { title: say.additional, paragraphs: say.additionalText(addressOf(papers)) },
      { title: say.certification, facts: certification(papers, language) },
      { title: say.system, paragraphs: say.systemText },
    ],
  }
}

export function composeTranscript(papers: DegreePapers, language: Language): PrintedRecord {
  const say = paperWords[language]
  const average = gradeAverage(papers.parts)
  return {
    ...frame(papers, language),
    title: say.transcript,
    lead: say.transcriptLead(papers.title[language]),
    sections: [
      { title: papers.title[language], facts: [...holder(papers, language), ...certification(papers, language)] },
      {
        title: say.results,
        table: partTable(papers.parts, language),
        paragraphs: [
          say.total(say.creditsValue(creditsOf(papers)), say.hoursValue(hoursOf(papers))),
          ...(average === null ? [] : [say.average(average.toFixed(2))]),
          say.legend,
          say.creditNote,
        ],
      },
    ],
  }
}

const frame = (papers: DegreePapers, language: Language) => ({
  language,
  issuer: papers.institution.name[language],
  foot: paperWords[language].foot(papers.award.number, addressOf(papers)),
})

const addressOf = ({ origin, award }: DegreePapers): string => credentialUrl(origin, award.publicId)

/** The name in the paper's language first; the other one where there is one. No address: whoever has the link reads this. */
function holder({ award: { recipient } }: DegreePapers, language: Language): Row[] {
  const say = paperWords[language]
  const [first, second] =
    language === 'ko' || recipient.nameEn === null
      ? [recipient.name, recipient.nameEn]
      : [recipient.nameEn, recipient.name]
  return [[say.name, first], ...(second === null ? [] : [[say.nameOther, second] as const])]
}

function qualification({ title, institution, content, rule }: DegreePapers, language: Language): Row[] {
  const say = paperWords[language]
  const second = title[other(language)]
  return [
    [say.title, title[language]],
    ...(second === title[language] ? [] : [[say.titleOther, second] as const]),
    [say.kind, say.microDegree],
    [say.awardedBy, institution.name[language]],
    ...(rule.award.partners.length === 0 ? [] : [[say.partners, rule.award.partners.join(', ')] as const]),
    [say.language, say.languages[content.language]],
  ]
}

function certification({ award, degree, institution }: DegreePapers, language: Language): Row[] {
  const say = paperWords[language]
  return [
    [say.issuedOn, longDate(award.validFrom, language)],
    [say.validUntil, award.validUntil === null ? say.forever : longDate(award.validUntil, language)],
    [say.version, say.versionValue(degree.version)],
    [say.numberOf, award.number],
    [say.signedBy, institution.did],
  ]
}

const ruleText = ({ rule, titles }: DegreePapers, language: Language): string =>
  describeRule(rule, language, titles)
    .map(({ depth, text }) => `${'   '.repeat(depth)}${text}`)
    .join('\n')

const levelText = (level: AchievementContent['level']): string => {
  if (level === null) return ''
  return level.framework === 'own' ? level.value : `${level.framework} ${level.value}`
}

const NOTHING = '–'

function partTable(parts: readonly Part[], language: Language): RecordTable {
  const { columns, revoked, suspended } = paperWords[language]
  const standing = (state: string): string =>
    state === 'revoked' ? ` (${revoked})` : state === 'suspended' ? ` (${suspended})` : ''
  return {
    heads: [
      columns.subject,
      columns.number,
      columns.credits,
      columns.hours,
      columns.grade,
      columns.level,
      columns.term,
      columns.earned,
    ],
    shares: [5, 4, 1.3, 1.3, 1.3, 1.7, 1.7, 2.2],
    rows: parts.map(({ award, content }) => [
      `${content.name}${standing(award.state)}`,
      award.number,
      String(content.credits ?? NOTHING),
      String(content.hours ?? NOTHING),
      award.details.result ?? NOTHING,
      levelText(content.level) || NOTHING,
      termOf(award.validFrom),
      seoulDay(award.validFrom),
    ]),
  }
}

/** March to August is the first semester of a year; January and February still belong to the second of the year before. */
export function termOf(instant: string): string {
  const { year, month } = seoulMonth(instant)
  if (month >= 3 && month <= 8) return `${year}-1`
  return `${month >= 9 ? year : year - 1}-2`
}
