/**
 * Writes a micro-degree in the terms of the European Learning Model 3, for systems of Europass. It is an export, not a sealed
 * document: it carries no proof and no electronic seal, and points to the credential that does carry one.
 */
import type { AchievementContent } from '@kolleges/api'
import { credentialUrl } from '../../issuing/index.ts'
import { creditsOf, type DegreePapers, hoursOf, type Part } from './papers.ts'

type Json = { readonly [key: string]: unknown }

const ELM = 'http://data.europa.eu/snb/model/elm/'
/** The one profile that promises nothing beyond the model itself. */
const GENERIC_PROFILE = 'http://data.europa.eu/snb/credential/e34929035b'
const LANGUAGES = {
  ko: 'http://publications.europa.eu/resource/authority/language/KOR',
  en: 'http://publications.europa.eu/resource/authority/language/ENG',
} as const
const EQF_LEVELS = 'http://data.europa.eu/snb/eqf/'

const TEXTS = { '@container': '@language' } as const
const term = (name: string, more: object = {}) => ({ '@id': `${ELM}${name}`, ...more })
const day = (name: string) => term(name, { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' })

/** Written out, so that a reader needs nothing from elsewhere to understand the terms. */
const CONTEXT = {
  '@version': 1.1,
  id: '@id',
  type: '@type',
  VerifiableCredential: 'https://www.w3.org/2018/credentials#VerifiableCredential',
  ...Object.fromEntries(
    [
      'EuropeanDigitalCredential',
      'Person',
      'Organisation',
      'LearningAchievement',
      'LearningAssessment',
      'AwardingProcess',
      'Qualification',
      'LearningAchievementSpecification',
      'CreditPoint',
      'Note',
      'DisplayParameter',
    ].map((name) => [name, term(name)]),
  ),
  Concept: 'http://www.w3.org/2004/02/skos/core#Concept',
  prefLabel: { '@id': 'http://www.w3.org/2004/02/skos/core#prefLabel', ...TEXTS },
  notation: 'http://www.w3.org/2004/02/skos/core#notation',
  issuer: { '@id': 'https://www.w3.org/2018/credentials#issuer', '@type': '@id' },
  credentialSubject: { '@id': 'https://www.w3.org/2018/credentials#credentialSubject', '@type': '@id' },
  validFrom: {
    '@id': 'https://www.w3.org/2018/credentials#validFrom',
    '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
  },
  validUntil: {
    '@id': 'https://www.w3.org/2018/credentials#validUntil',
    '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
  },
  issuanceDate: {
    '@id': 'https://www.w3.org/2018/credentials#issuanceDate',
    '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
  },
  fullName: { '@id': 'http://xmlns.com/foaf/0.1/name', ...TEXTS },
  legalName: { '@id': 'http://www.w3.org/ns/legal#legalName', ...TEXTS },
  homepage: { '@id': 'http://xmlns.com/foaf/0.1/homepage', '@type': '@id' },
  title: { '@id': 'http://purl.org/dc/terms/title', ...TEXTS },
  description: { '@id': 'http://purl.org/dc/terms/description', ...TEXTS },
  hasClaim: term('hasClaim', { '@type': '@id' }),
  hasPart: { '@id': 'http://purl.org/dc/terms/hasPart', '@type': '@id' },
  awardedBy: term('awardedBy', { '@type': '@id' }),
  awardingBody: term('awardingBody', { '@type': '@id' }),
  awardingDate: day('awardingDate'),
  specifiedBy: term('specifiedBy', { '@type': '@id' }),
  provenBy: term('provenBy', { '@type': '@id' }),
  grade: term('grade', { '@type': '@id' }),
  noteLiteral: term('noteLiteral', TEXTS),
  additionalNote: term('additionalNote', { '@type': '@id' }),
  creditPoint: term('creditPoint', { '@type': '@id' }),
  framework: term('framework', { '@type': '@id' }),
  point: term('point'),
  volumeOfLearning: term('volumeOfLearning', { '@type': 'http://www.w3.org/2001/XMLSchema#duration' }),
  eqfLevel: term('EQFLevel', { '@type': '@id' }),
  nqfLevel: term('NQFLevel', { '@type': '@id' }),
  supplementaryDocument: term('supplementaryDocument', { '@type': '@id' }),
  credentialProfiles: term('credentialProfiles', { '@type': '@id' }),
  displayParameter: term('displayParameter', { '@type': '@id' }),
  primaryLanguage: term('primaryLanguage', { '@type': '@id' }),
  language: { '@id': 'http://purl.org/dc/terms/language', '@type': '@id' },
} as const

export function composeEuropass(papers: DegreePapers): Json {
  const { institution, award, title, content, origin, parts } = papers
  const url = credentialUrl(origin, award.publicId)
  const issuer = {
    id: institution.did,
    type: 'Organisation',
    legalName: institution.name,
    ...(institution.website && { homepage: institution.website }),
  }
  const note = {
    id: `${url}#not-sealed`,
    type: 'Note',
    noteLiteral: {
      ko: '전자봉인이 없는 내보내기입니다. 서명된 원본은 이 증명의 주소에 있습니다.',
      en: 'An export without an electronic seal. The signed original is at the address of this credential.',
    },
  }
  return {
    '@context': CONTEXT,
    id: `${url}/europass.json`,
    type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    credentialProfiles: [{ id: GENERIC_PROFILE, type: 'Concept', prefLabel: { en: 'Generic' } }],
    issuer,
    issuanceDate: award.validFrom,
    validFrom: award.validFrom,
    ...(award.validUntil !== null && { validUntil: award.validUntil }),
    displayParameter: {
      id: `${url}#display`,
      type: 'DisplayParameter',
      title,
      language: Object.values(LANGUAGES).map(language),
      primaryLanguage: language(LANGUAGES[institution.language]),
    },
    credentialSubject: {
      id: `${url}#holder`,
      type: 'Person',
      fullName: { ko: award.recipient.name, ...(award.recipient.nameEn && { en: award.recipient.nameEn }) },
      hasClaim: [
        {
          id: `${url}#achievement`,
          type: 'LearningAchievement',
          title,
          awardedBy: awardedBy(url, institution.did, award.validFrom),
          specifiedBy: {
            id: `${url}#qualification`,
            type: 'Qualification',
            title,
            description: { [content.language]: content.description },
            ...worth(url, content, creditsOf(papers), hoursOf(papers)),
          },
          additionalNote: [note],
          supplementaryDocument: [url, `${url}/clr.json`],
          hasPart: parts.map((part) => partOf(part, papers)),
        },
      ],
    },
  }
}

const language = (id: string): Json => ({ id, type: 'Concept' })

const awardedBy = (url: string, body: string, awardingDate: string): Json => ({
  id: `${url}#awarding`,
  type: 'AwardingProcess',
  awardingBody: [body],
  awardingDate,
})

function partOf({ award, content }: Part, { origin, institution }: DegreePapers): Json {
  const url = credentialUrl(origin, award.publicId)
  const title = { [content.language]: content.name }
  const { result } = award.details
  return {
    id: `${url}#achievement`,
    type: 'LearningAchievement',
    title,
    awardedBy: awardedBy(url, institution.did, award.validFrom),
    specifiedBy: {
      id: `${url}#specification`,
      type: 'LearningAchievementSpecification',
      title,
      description: { [content.language]: content.description },
      ...worth(url, content, content.credits ?? 0, content.hours ?? 0),
    },
    ...(result && {
      provenBy: [
        {
          id: `${url}#assessment`,
          type: 'LearningAssessment',
          title,
          grade: { id: `${url}#grade`, type: 'Note', noteLiteral: { [content.language]: result } },
        },
      ],
    }),
    supplementaryDocument: [url],
  }
}

/** Korean credits are not passed off as ECTS, nor a level of another framework as one of the EQF. */
const worth = (url: string, { level }: AchievementContent, credits: number, hours: number): Json => ({
  ...(credits > 0 && {
    creditPoint: [
      {
        id: `${url}#credits`,
        type: 'CreditPoint',
        framework: {
          id: `${url}#credit-system`,
          type: 'Concept',
          prefLabel: { ko: '학점', en: 'Credits of the institution' },
        },
        point: String(credits),
      },
    ],
  }),
  ...(hours > 0 && { volumeOfLearning: durationOf(hours) }),
  ...(level !== null &&
    (level.framework === 'EQF'
      ? { eqfLevel: { id: `${EQF_LEVELS}${level.value}`, type: 'Concept' } }
      : {
          nqfLevel: [
            {
              id: `${url}#level`,
              type: 'Concept',
              notation: level.framework === 'own' ? level.value : `${level.framework} ${level.value}`,
            },
          ],
        })),
})

/** `PT45H`, `PT1H30M` */
function durationOf(hours: number): string {
  const minutes = Math.round((hours % 1) * 60)
  return `PT${Math.floor(hours)}H${minutes > 0 ? `${minutes}M` : ''}`
}
