/** Composes the Korean certificates of completion in their usual order: number, title, rows, sentence, day, sender. */

import { badge, box, crest, document, ribbon, rows, rule, sender, serial, strip, words } from './kit.ts'
import type { CertificateTemplate } from './template.ts'

const BODY = { size: 6.2, linesMax: 4, lineHeight: 1.85, sizeMin: 4.6 } as const
const DAY = '{{credential.issuedOn}}'

export const isuClassic: CertificateTemplate = {
  id: 'isu-classic',
  name: { ko: '이수증 · 두 줄 테두리', en: 'Completion, double line' },
  describes: { ko: '배지를 문장처럼 얹은 기본 이수증', en: 'The standard certificate, the badge as its crest' },
  document: document({
    page: 'a4-portrait',
    title: '이수증 - {{learner.name}}',
    primary: '#1f3a8a',
    accent: '#c8912a',
    elements: [
      ribbon('frame', 'double-line', [9, 9, 192, 279], ['primary', 'gilt']),
      serial([23, 25, 60, 8]),
      crest(87.5, 23, 35),
      words('title', [25, 66, 160, 20], '이수증', { size: 16.5, weight: 800, tracking: 0.55 }),
      words('subtitle', [25, 87, 160, 7], 'CERTIFICATE OF COMPLETION', { size: 4.2, tracking: 0.24, colour: 'quiet' }),
      rows(
        [37, 106, 140],
        [
          ['성명', '{{learner.name}}[[ ({{learner.nameEnglish}})]]'],
          ['생년월일', '{{learner.birthDate}}', 'learner.birthDate'],
          ['과정명', '{{achievement.name}}'],
          ['이수기간', '{{achievement.period}}', 'achievement.period'],
          [
            '이수학점',
            '{{achievement.credits}}학점[[ ({{achievement.hours}}시간)]][[ · 평점 {{achievement.score}}]]',
            'achievement.credits',
          ],
        ],
      ),
      words(
        'body',
        [23, 170, 164, 34],
        '위 사람은 본 기관이 개설한 {{achievement.name|을/를}} 성실히 이수하였으므로 이 증서를 수여합니다.',
        BODY,
      ),
      words('day', [25, 215, 160, 10], DAY, { size: 6.2, weight: 700 }),
      sender([20, 236, 170, 16]),
      strip([18, 257]),
    ],
  }),
}

export const suryoMeander: CertificateTemplate = {
  id: 'suryo-meander',
  name: { ko: '수료증 · 뇌문', en: 'Completion, meander' },
  describes: { ko: '명조와 뇌문 테두리의 격식 있는 수료증', en: 'Formal, in serif with a meander frame' },
  document: document({
    page: 'a4-portrait',
    title: '수료증 - {{learner.name}}',
    primary: '#0f5c46',
    accent: '#b8862b',
    elements: [
      ribbon('watermark', 'rose-engine', [45, 92, 120, 120], ['primary', 'gilt'], 0.16),
      ribbon('frame', 'meander', [12, 12, 186, 273], ['primary', 'gilt']),
      serial([31, 31, 60, 8], { face: 'serif' }),
      words('title', [25, 50, 160, 26], '수료증', { size: 21, face: 'serif', weight: 700, tracking: 0.6 }),
      ribbon('flourish', 'flourish', [70, 80, 70, 6], ['primary', 'gilt']),
      rows(
        [40, 100, 136],
        [
          ['소속', '{{learner.affiliation}}', 'learner.affiliation'],
          ['성명', '{{learner.name}}'],
          ['과정', '{{achievement.name}}'],
          ['기간', '{{achievement.period}}', 'achievement.period'],
          ['시간', '총 {{achievement.hours}}시간', 'achievement.hours'],
        ],
        { face: 'serif', labelWidth: 16, size: 5.4, step: 11.5 },
      ),
      words(
        'body',
        [30, 165, 150, 36],
        '위 사람은 위의 교육과정을 성실히 마치고 소정의 평가를 통과하였기에 이 증서를 드립니다.',
        { ...BODY, face: 'serif', size: 6.6 },
      ),
      words('day', [25, 210, 160, 10], DAY, { size: 6.2, face: 'serif' }),
      sender([25, 228, 160, 16], { face: 'serif', weight: 700, size: 11, seal: 26 }),
      strip([31, 251], { qr: 21 }),
    ],
  }),
}

export const suryoBand: CertificateTemplate = {
  id: 'suryo-band',
  name: { ko: '수료증 · 색띠', en: 'Completion, side band' },
  describes: { ko: '왼쪽 색띠에 배지를 둔 현대적인 수료증', en: 'Modern, the badge on a band of colour' },
  document: document({
    page: 'a4-portrait',
    title: '수료증 - {{learner.name}}',
    primary: '#3b2a7a',
    accent: '#ff9f6b',
    ground: 'paper',
    elements: [
      box('band', [0, 0, 58, 297], 'primary'),
      box('band-edge', [58, 0, 2.2, 297], 'accent'),
      badge(9, 24, 40),
      words('band-words', [20, 190, 18, 84], '배움을 증명하다', {
        size: 8,
        face: 'serif',
        weight: 700,
        colour: 'onPrimary',
        vertical: true,
        tracking: 0.25,
        valign: 'bottom',
      }),
      serial([76, 26, 70, 8], { colour: 'quiet' }),
      words('title', [75, 46, 120, 22], '수료증', {
        size: 19,
        weight: 800,
        tracking: 0.35,
        align: 'start',
        colour: 'onPaper',
      }),
      words('subtitle', [76, 70, 120, 7], 'Certificate of Completion', { size: 4.8, align: 'start', colour: 'quiet' }),
      rule('line', [76, 84, 114, 0], 'hairline', 0.4),
      words('name', [76, 94, 114, 16], '{{learner.name}}', { size: 11, weight: 800, align: 'start', sizeMin: 5 }),
      words('name-english', [76, 110, 114, 8], '{{learner.nameEnglish}}', {
        size: 5,
        align: 'start',
        colour: 'quiet',
        when: 'learner.nameEnglish',
      }),
      rows(
        [76, 126, 114],
        [
          ['과정명', '{{achievement.name}}'],
          ['교육기간', '{{achievement.period}}', 'achievement.period'],
          ['교육시간', '{{achievement.hours}}시간', 'achievement.hours'],
          ['핵심역량', '{{achievement.skills}}', 'achievement.skills'],
        ],
        { size: 4.6, step: 9.5, labelWidth: 18, colon: false, colour: 'quiet' },
      ),
      words('body', [76, 172, 114, 30], '위 사람은 위 과정을 성실히 수료하였으므로\n이 증서를 수여합니다.', {
        ...BODY,
        size: 5.6,
        align: 'start',
        valign: 'top',
      }),
      words('day', [76, 206, 114, 9], DAY, { size: 5.4, align: 'start', weight: 700 }),
      sender([76, 222, 114, 16], { size: 9, align: 'start' }),
      strip([76, 258], { qr: 22, width: 84 }),
    ],
  }),
}

export const practicum: CertificateTemplate = {
  id: 'practicum',
  name: { ko: '현장실습 이수 확인서', en: 'Practicum record' },
  describes: { ko: '표처럼 또박또박 읽히는 실습·연수 확인서', en: 'A record that reads like a form' },
  document: document({
    page: 'a4-portrait',
    title: '현장실습 이수 확인서 - {{learner.name}}',
    primary: '#1d4e6b',
    accent: '#5fb3b3',
    ground: 'paper',
    elements: [
      box('head', [0, 0, 210, 9], 'primary'),
      box('head-edge', [0, 9, 210, 1.4], 'accent'),
      serial([22, 24, 80, 8], { colour: 'quiet', size: 4.4 }),
      words('title', [22, 40, 166, 20], '현장실습 이수 확인서', {
        size: 13,
        weight: 800,
        tracking: 0.08,
        colour: 'onPaper',
      }),
      rule('top-line', [22, 72, 166, 0], 'primary', 0.7),
      rows(
        [28, 78, 154],
        [
          ['성명', '{{learner.name}}'],
          ['소속', '{{learner.affiliation}}', 'learner.affiliation'],
          ['학번', '{{learner.number}}', 'learner.number'],
          ['실습과정', '{{achievement.name}}'],
          ['실습기관', '{{institution2.name}}', 'institution2.name'],
          ['실습기간', '{{achievement.period}}', 'achievement.period'],
          ['실습시간', '{{achievement.hours}}시간[[ ({{achievement.credits}}학점 인정)]]', 'achievement.hours'],
        ],
        { size: 5, step: 11.4, labelWidth: 20, colon: false },
      ),
      rule('bottom-line', [22, 160, 166, 0], 'primary', 0.7),
      words('body', [28, 170, 154, 28], '위 사람은 위와 같이 현장실습을 성실히 이수하였음을 확인합니다.', {
        ...BODY,
        size: 6,
      }),
      words('day', [25, 206, 160, 10], DAY, { size: 6, weight: 700 }),
      sender([20, 226, 170, 16], { size: 10 }),
      rule('foot-line', [22, 254, 166, 0], 'hairline', 0.4),
      strip([22, 259], { qr: 22 }),
      badge(164, 258, 24),
    ],
  }),
}

export const training: CertificateTemplate = {
  id: 'training',
  name: { ko: '직무연수 이수증', en: 'Professional training' },
  describes: { ko: '연수 번호와 시간을 앞세운 교원·직원 연수용', en: 'For staff development, hours first' },
  document: document({
    page: 'a4-portrait',
    title: '직무연수 이수증 - {{learner.name}}',
    primary: '#7a1230',
    accent: '#d9b46a',
    elements: [
      ribbon('frame', 'notched', [10, 10, 190, 277], ['primary', 'gilt']),
      serial([28, 28, 70, 8], { face: 'serif' }),
      words('kind', [25, 48, 160, 8], '직무연수', { size: 5.4, weight: 700, tracking: 0.5, colour: 'giltInk' }),
      words('title', [25, 58, 160, 22], '이수증', {
        size: 19,
        face: 'serif',
        weight: 700,
        tracking: 0.55,
        colour: 'onPaper',
      }),
      ribbon('flourish', 'flourish', [65, 84, 80, 6], ['primary', 'gilt']),
      rows(
        [38, 104, 140],
        [
          ['소속', '{{learner.affiliation}}', 'learner.affiliation'],
          ['직위', '{{learner.role}}', 'learner.role'],
          ['성명', '{{learner.name}}'],
          ['연수과정', '{{achievement.name}}'],
          ['연수기간', '{{achievement.period}}', 'achievement.period'],
          ['이수시간', '{{achievement.hours}}시간[[ ({{achievement.credits}}학점)]]', 'achievement.hours'],
        ],
        { face: 'serif', size: 5.3, step: 10.8 },
      ),
      words('body', [28, 174, 154, 28], '위 사람은 위의 연수과정을 이수하였으므로 이 증서를 수여합니다.', {
        ...BODY,
        face: 'serif',
      }),
      words('day', [25, 208, 160, 10], DAY, { size: 6, face: 'serif' }),
      sender([25, 226, 160, 16], { face: 'serif', weight: 700, size: 10.5 }),
      strip([28, 252], { qr: 21 }),
      badge(158, 251, 24),
    ],
  }),
}
