/** Composes the certificates in English. */
import { badge, box, crest, document, ribbon, rule, serial, signatory, strip, words } from './kit.ts'
import type { CertificateTemplate } from './template.ts'

const SEAL_RIGHT = { kind: 'seal', id: 'seal', width: 22, height: 22, institution: 1 } as const

export const completion: CertificateTemplate = {
  id: 'completion-en',
  name: { ko: '영문 수료증 · 고전', en: 'Completion, classic' },
  describes: { ko: '길로시 테두리의 영문 수료증', en: 'English, in serif with a guilloche frame' },
  document: document({
    page: 'a4-landscape',
    language: 'en',
    title: 'Certificate of Completion - {{learner.nameEnglish}}',
    primary: '#1f3a5f',
    accent: '#b58a3a',
    elements: [
      ribbon('frame', 'guilloche', [10, 10, 277, 190], ['primary', 'gilt']),
      ribbon('watermark', 'rose-engine', [88.5, 46, 120, 120], ['primary', 'gilt'], 0.12),
      crest(134.5, 24, 28),
      words('institution', [40, 54, 217, 9], '{{institution1.nameEnglish}}', {
        size: 6,
        face: 'serif',
        weight: 700,
        tracking: 0.04,
        sizeMin: 4,
      }),
      words('title', [40, 65, 217, 18], 'Certificate of Completion', {
        size: 14.5,
        face: 'serif',
        weight: 700,
        colour: 'onPaper',
      }),
      words('certify', [40, 85, 217, 7], 'This is to certify that', { size: 5, face: 'serif', colour: 'body' }),
      words('name', [40, 93, 217, 17], '{{learner.nameEnglish}}', { size: 13, face: 'serif', weight: 700, sizeMin: 6 }),
      rule('line', [78.5, 111, 140, 0], 'gilt', 0.4),
      words(
        'body',
        [50, 114, 197, 20],
        'has successfully completed {{achievement.nameEnglish}}[[, a programme of {{achievement.hours}} hours]].',
        { size: 5.6, face: 'serif', linesMax: 2, lineHeight: 1.6, sizeMin: 4 },
      ),
      words('day', [50, 135, 197, 7], 'Given on {{credential.issuedOn}}', { size: 4.8, face: 'serif', colour: 'body' }),
      signatory([178, 146, 78], 1),
      { ...SEAL_RIGHT, x: 137.5, y: 150 },
      strip([28, 162], { qr: 24, language: 'en', width: 74 }),
    ],
  }),
}

export const completionModern: CertificateTemplate = {
  id: 'completion-en-modern',
  name: { ko: '영문 수료증 · 현대', en: 'Completion, modern' },
  describes: { ko: '굵은 색면의 영문 수료증', en: 'English, with a bold panel of colour' },
  document: document({
    page: 'a4-landscape',
    language: 'en',
    title: 'Certificate of Completion - {{learner.nameEnglish}}',
    primary: '#5a2a83',
    accent: '#f2b134',
    ground: 'paper',
    elements: [
      box('panel', [209, 0, 88, 210], 'primary'),
      box('panel-edge', [206, 0, 3, 210], 'accent'),
      badge(221, 30, 64),
      words('skills', [217, 102, 72, 24], '[[{{achievement.skills}}]]', {
        size: 4.4,
        colour: 'onPrimary',
        linesMax: 3,
        lineHeight: 1.5,
        sizeMin: 3.2,
      }),
      { kind: 'qr', id: 'qr', x: 238, y: 136, width: 30, height: 30, text: '{{credential.url}}', colour: 'ink' },
      words('number', [217, 169, 72, 6], '{{credential.number}}', { size: 4, weight: 700, colour: 'onPrimary' }),
      words('verify', [220, 175, 66, 12], 'Scan, or enter the number at {{credential.verifyAt}}', {
        size: 3.2,
        sizeMin: 3.2,
        colour: 'onPrimary',
        linesMax: 2,
        lineHeight: 1.5,
      }),
      words('institution', [24, 24, 166, 8], '{{institution1.nameEnglish}}', {
        size: 5.4,
        weight: 700,
        align: 'start',
        colour: 'onPaper',
        sizeMin: 3.6,
      }),
      words('title', [24, 44, 166, 16], 'Certificate of Completion', { size: 12, weight: 800, align: 'start' }),
      box('bar', [24, 63, 26, 1.8], 'accent'),
      words('awarded', [24, 74, 166, 7], 'Awarded to', { size: 4.6, align: 'start', colour: 'quiet' }),
      words('name', [24, 82, 166, 18], '{{learner.nameEnglish}}', {
        size: 14,
        weight: 800,
        align: 'start',
        sizeMin: 6,
      }),
      words('body', [24, 104, 166, 26], 'for completing {{achievement.nameEnglish}}[[ ({{achievement.period}})]].', {
        size: 5.6,
        align: 'start',
        linesMax: 3,
        lineHeight: 1.6,
        valign: 'top',
        sizeMin: 4,
      }),
      words('day', [24, 134, 100, 7], '{{credential.issuedOn}}', { size: 4.8, weight: 700, align: 'start' }),
      signatory([24, 148, 76], 1),
      { ...SEAL_RIGHT, x: 128, y: 152 },
      serial([24, 186, 100, 6], { size: 3.8, colour: 'quiet' }),
    ],
  }),
}

export const membershipEnglish: CertificateTemplate = {
  id: 'membership-en',
  name: { ko: '영문 회원증서', en: 'Membership, English' },
  describes: { ko: '협회의 영문 회원증서', en: 'For members of an association' },
  document: document({
    page: 'a4-portrait',
    language: 'en',
    title: 'Certificate of Membership - {{learner.nameEnglish}}',
    primary: '#14423b',
    accent: '#c2a05a',
    elements: [
      ribbon('frame', 'scallop', [11, 11, 188, 275], ['primary', 'gilt']),
      crest(87, 34, 36),
      words('institution', [28, 78, 154, 10], '{{institution1.nameEnglish}}', {
        size: 6.6,
        face: 'serif',
        weight: 700,
        sizeMin: 4.2,
      }),
      words('title', [25, 94, 160, 16], 'Membership', { size: 15, face: 'serif', weight: 700, colour: 'onPaper' }),
      ribbon('flourish', 'flourish', [65, 113, 80, 6], ['primary', 'gilt']),
      words('certify', [28, 126, 154, 7], 'This is to certify that', { size: 4.8, face: 'serif', colour: 'body' }),
      words('name', [28, 135, 154, 16], '{{learner.nameEnglish}}', {
        size: 12,
        face: 'serif',
        weight: 700,
        sizeMin: 5.5,
      }),
      words(
        'body',
        [34, 155, 142, 28],
        'has been admitted as {{achievement.nameEnglish}} and is entitled to all rights and privileges thereof.',
        { size: 5.4, face: 'serif', linesMax: 3, lineHeight: 1.7 },
      ),
      words('term', [34, 185, 142, 7], '[[Member no. {{learner.number}}]][[ · valid until {{credential.expiresOn}}]]', {
        size: 4.4,
        face: 'serif',
        colour: 'body',
      }),
      words('day', [34, 196, 142, 7], '{{credential.issuedOn}}', { size: 5, face: 'serif' }),
      signatory([98, 208, 80], 1),
      { ...SEAL_RIGHT, x: 46, y: 212 },
      strip([31, 250], { qr: 22, language: 'en' }),
    ],
  }),
}

export const speaker: CertificateTemplate = {
  id: 'speaker-en',
  name: { ko: '영문 강연 감사장', en: 'Speaker' },
  describes: { ko: '학술대회 연사에게 드리는 영문 감사장', en: 'Thanks to a speaker at a conference' },
  document: document({
    page: 'a4-landscape',
    language: 'en',
    title: 'Certificate of Appreciation - {{learner.nameEnglish}}',
    primary: '#a3272f',
    accent: '#e3a857',
    ground: 'paper',
    elements: [
      ribbon('frame', 'deco', [12, 12, 273, 186], ['primary', 'gilt']),
      { kind: 'icon', id: 'icon', x: 136.5, y: 26, width: 24, height: 24, icon: 'mic', colour: 'primary' },
      words('title', [40, 56, 217, 16], 'Certificate of Appreciation', {
        size: 13,
        face: 'serif',
        weight: 700,
        colour: 'onPaper',
      }),
      words('presented', [40, 74, 217, 7], 'is presented to', { size: 4.8, face: 'serif', colour: 'body' }),
      words('name', [40, 83, 217, 17], '{{learner.nameEnglish}}', {
        size: 13.5,
        face: 'serif',
        weight: 700,
        sizeMin: 6,
      }),
      words('role', [40, 100, 217, 7], '[[{{learner.role}}, ]][[{{learner.affiliation}}]]', {
        size: 4.6,
        colour: 'quiet',
      }),
      words(
        'body',
        [50, 111, 197, 20],
        'for an outstanding address at {{achievement.nameEnglish}}[[, held at {{achievement.place}}]].',
        { size: 5.6, face: 'serif', linesMax: 2, lineHeight: 1.65, sizeMin: 4 },
      ),
      words('day', [50, 133, 197, 7], '{{credential.issuedOn}}', { size: 4.8, face: 'serif' }),
      signatory([178, 146, 78], 1),
      { ...SEAL_RIGHT, x: 137.5, y: 150 },
      strip([30, 160], { qr: 22, language: 'en', width: 74 }),
    ],
  }),
}

export const excellence: CertificateTemplate = {
  id: 'excellence-en',
  name: { ko: '영문 우수상', en: 'Award of excellence' },
  describes: { ko: '로제트 리본의 영문 상장', en: 'English, with a rosette ribbon' },
  document: document({
    page: 'a4-portrait',
    language: 'en',
    title: 'Award of Excellence - {{learner.nameEnglish}}',
    primary: '#123c69',
    accent: '#d8a031',
    elements: [
      ribbon('frame', 'meander', [12, 12, 186, 273], ['primary', 'gilt']),
      ribbon('rosette', 'rosette-ribbon', [79, 32, 52, 70], ['primary', 'gilt']),
      { kind: 'icon', id: 'icon', x: 93.5, y: 46.5, width: 23, height: 23, icon: 'star', colour: 'primary' },
      words('title', [25, 108, 160, 16], 'Award of Excellence', {
        size: 13,
        face: 'serif',
        weight: 700,
        colour: 'onPaper',
      }),
      words('grade', [25, 125, 160, 9], '{{achievement.grade}}', {
        size: 6,
        weight: 700,
        colour: 'giltInk',
        when: 'achievement.grade',
      }),
      words('presented', [25, 140, 160, 7], 'presented to', { size: 4.8, face: 'serif', colour: 'body' }),
      words('name', [30, 148, 150, 16], '{{learner.nameEnglish}}', {
        size: 12,
        face: 'serif',
        weight: 700,
        sizeMin: 5.5,
      }),
      words('body', [34, 168, 142, 24], 'in recognition of outstanding achievement in {{achievement.nameEnglish}}.', {
        size: 5.4,
        face: 'serif',
        linesMax: 3,
        lineHeight: 1.7,
      }),
      words('day', [34, 194, 142, 7], '{{credential.issuedOn}}', { size: 5, face: 'serif' }),
      signatory([100, 204, 76], 1),
      { ...SEAL_RIGHT, x: 48, y: 208 },
      strip([32, 250], { qr: 21, language: 'en' }),
    ],
  }),
}
