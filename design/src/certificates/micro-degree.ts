/** Composes the certificates of micro-degrees: what they are made of stands beside what they are worth. */
import { badge, box, document, ribbon, rows, rule, sender, serial, strip, words } from './kit.ts'
import type { CertificateTemplate } from './template.ts'

const DAY = '{{credential.issuedOn}}'

export const microDegree: CertificateTemplate = {
  id: 'micro-degree',
  name: { ko: '마이크로디그리 이수증', en: 'Micro-degree' },
  describes: { ko: '큰 배지와 학점, 역량을 함께 보이는 소단위 학위', en: 'The badge large, with credits and skills' },
  document: document({
    page: 'a4-portrait',
    title: '마이크로디그리 이수증 - {{learner.name}}',
    primary: '#1f3a8a',
    accent: '#e0a526',
    ground: 'paper',
    elements: [
      box('head', [0, 0, 210, 96], 'primary'),
      box('head-edge', [0, 96, 210, 1.8], 'accent'),
      ribbon('watermark', 'rose-engine', [118, -20, 130, 130], ['mark', 'onPrimary'], 0.16),
      words('kind', [22, 24, 108, 8], 'MICRO-DEGREE', {
        size: 5,
        weight: 700,
        tracking: 0.22,
        align: 'start',
        colour: 'accentOnPrimary',
      }),
      words('title', [22, 36, 112, 18], '마이크로디그리 이수증', {
        size: 11.5,
        weight: 800,
        align: 'start',
        colour: 'onPrimary',
      }),
      words('course', [22, 58, 108, 22], '{{achievement.name}}', {
        size: 7,
        weight: 700,
        align: 'start',
        colour: 'onPrimary',
        linesMax: 2,
        lineHeight: 1.35,
        valign: 'top',
        sizeMin: 5,
      }),
      badge(140, 30, 52),
      serial([22, 80, 100, 7], { colour: 'onPrimary', size: 4.2 }),
      words('name', [22, 108, 166, 16], '{{learner.name}}', { size: 12, weight: 800, align: 'start', sizeMin: 5 }),
      words('name-english', [22, 124, 166, 7], '{{learner.nameEnglish}}', {
        size: 4.8,
        align: 'start',
        colour: 'quiet',
        when: 'learner.nameEnglish',
      }),
      rule('line', [22, 135, 166, 0], 'hairline', 0.4),
      rows(
        [22, 141, 166],
        [
          ['소속', '{{learner.affiliation}}', 'learner.affiliation'],
          ['이수기간', '{{achievement.period}}', 'achievement.period'],
          [
            '이수학점',
            '{{achievement.credits}}학점[[ ({{achievement.hours}}시간)]][[ · 평점 {{achievement.score}}]]',
            'achievement.credits',
          ],
          ['핵심역량', '{{achievement.skills}}', 'achievement.skills'],
        ],
        { size: 4.9, step: 9.8, labelWidth: 20, colon: false, colour: 'quiet' },
      ),
      words(
        'body',
        [22, 186, 166, 24],
        '위 사람은 학칙에 따라 개설된 소단위 학위 과정을 모두 이수하였으므로 이 증서를 수여합니다.',
        { size: 5.6, align: 'start', linesMax: 3, lineHeight: 1.75 },
      ),
      words('day', [22, 214, 166, 9], DAY, { size: 5.6, weight: 700, align: 'start' }),
      sender([22, 228, 166, 15], { size: 10, align: 'start' }),
      strip([21, 258], { qr: 25 }),
    ],
  }),
}

export const microDegreeWide: CertificateTemplate = {
  id: 'micro-degree-landscape',
  name: { ko: '마이크로디그리 이수증 · 가로', en: 'Micro-degree, landscape' },
  describes: { ko: '월계관 속 배지와 두 언어의 과정명', en: 'The badge in laurel, the course in two languages' },
  document: document({
    page: 'a4-landscape',
    title: '마이크로디그리 이수증 - {{learner.name}}',
    primary: '#0f5c46',
    accent: '#d4a437',
    elements: [
      ribbon('frame', 'double-line', [10, 10, 277, 190], ['primary', 'gilt']),
      ribbon('laurel', 'laurel', [24, 34, 84, 84], ['primary', 'gilt'], 0.9),
      badge(38, 48, 56),
      words('skills', [22, 124, 88, 18], '[[{{achievement.skills}}]]', {
        size: 4.4,
        colour: 'body',
        linesMax: 2,
        lineHeight: 1.5,
        sizeMin: 3.2,
      }),
      serial([122, 26, 90, 7], { size: 4.2, colour: 'quiet' }),
      words('title', [122, 38, 152, 18], '마이크로디그리 이수증', {
        size: 13,
        weight: 800,
        align: 'start',
        colour: 'onPaper',
      }),
      words('subtitle', [122, 56, 152, 7], 'Certificate of Micro-degree', {
        size: 4.6,
        align: 'start',
        colour: 'quiet',
      }),
      words('name', [122, 72, 152, 16], '{{learner.name}}[[ {{learner.nameEnglish}}]]', {
        size: 9.5,
        weight: 800,
        align: 'start',
        sizeMin: 3.8,
      }),
      words('course', [122, 90, 152, 9], '{{achievement.name}}', {
        size: 6.2,
        weight: 700,
        align: 'start',
        sizeMin: 4.2,
      }),
      words('course-english', [122, 99, 152, 7], '{{achievement.nameEnglish}}', {
        size: 4.6,
        align: 'start',
        colour: 'quiet',
        when: 'achievement.nameEnglish',
        sizeMin: 3,
      }),
      words(
        'facts',
        [122, 109, 152, 8],
        '{{achievement.credits}}학점[[ · {{achievement.hours}}시간]][[ · {{achievement.period}}]]',
        { size: 4.6, align: 'start', colour: 'body', when: 'achievement.credits', sizeMin: 3.2 },
      ),
      words('body', [122, 121, 152, 20], '위 사람은 소단위 학위 과정을 이수하였으므로 이 증서를 수여합니다.', {
        size: 5.4,
        align: 'start',
        linesMax: 2,
        lineHeight: 1.7,
      }),
      words('day', [122, 144, 152, 8], DAY, { size: 5.2, weight: 700, align: 'start' }),
      sender([122, 157, 152, 15], { size: 9.6, align: 'start' }),
      strip([24, 164], { qr: 24, width: 70 }),
    ],
  }),
}

export const stackable: CertificateTemplate = {
  id: 'module',
  name: { ko: '모듈 이수 확인서', en: 'Module completion' },
  describes: { ko: '학위로 쌓이는 한 과목의 이수', en: 'One course that counts towards a degree' },
  document: document({
    page: 'a4-landscape',
    title: '모듈 이수 확인서 - {{learner.name}}',
    primary: '#40318d',
    accent: '#f0a35e',
    ground: 'paper',
    elements: [
      ribbon('sash', 'corner-sash', [0, 0, 88, 88], ['primary', 'accent']),
      badge(10, 10, 40),
      words('title', [96, 26, 176, 16], '모듈 이수 확인서', { size: 13, weight: 800, align: 'end', colour: 'onPaper' }),
      words('subtitle', [96, 43, 176, 7], 'Module completion · counts towards a micro-degree', {
        size: 4.2,
        align: 'end',
        colour: 'quiet',
      }),
      words('name', [40, 78, 232, 18], '{{learner.name}}', { size: 14, weight: 800, sizeMin: 6 }),
      words('course', [40, 98, 232, 12], '{{achievement.name}}', {
        size: 7.4,
        weight: 700,
        colour: 'onPaper',
        sizeMin: 4.6,
      }),
      words(
        'facts',
        [40, 111, 232, 8],
        '[[{{achievement.period}}]][[ · {{achievement.hours}}시간]][[ · {{achievement.credits}}학점]]',
        { size: 4.8, colour: 'body' },
      ),
      words('body', [60, 122, 192, 18], '위 사람은 위 모듈의 학습과 평가를 모두 마쳤음을 확인합니다.', {
        size: 5.4,
        linesMax: 2,
        lineHeight: 1.7,
      }),
      words('day', [40, 143, 232, 8], DAY, { size: 5.2, weight: 700 }),
      sender([70, 156, 172, 15], { size: 9.4 }),
      strip([18, 172], { qr: 24, width: 80 }),
      serial([200, 186, 78, 7], { align: 'end', size: 4, colour: 'quiet' }),
    ],
  }),
}
