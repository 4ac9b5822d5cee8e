/** Composes the certificates for screens: wide as a slide, to be shown and shared. */
import { badge, box, document, ribbon, rule, strip, words } from './kit.ts'
import type { CertificateTemplate } from './template.ts'

export const wideSpotlight: CertificateTemplate = {
  id: 'wide-spotlight',
  name: { ko: '화면용 · 배지 크게', en: 'Screen, badge large' },
  describes: { ko: '시상식 화면과 소셜 공유용 16:9', en: 'For ceremonies and sharing, 16:9' },
  document: document({
    page: 'wide',
    title: '{{achievement.name}} - {{learner.name}}',
    primary: '#1f3a8a',
    accent: '#e0a526',
    ground: 'wash',
    elements: [
      box('panel', [0, 0, 128, 180], 'primary'),
      ribbon('watermark', 'rose-engine', [-26, 0, 180, 180], ['mark', 'onPrimary'], 0.18),
      box('panel-edge', [128, 0, 2.4, 180], 'accent'),
      badge(22, 48, 84),
      words('institution', [148, 26, 150, 9], '{{institution1.name}}', {
        size: 6,
        weight: 700,
        align: 'start',
        colour: 'onPaper',
        sizeMin: 4,
      }),
      words('name', [148, 48, 150, 22], '{{learner.name}}', { size: 17, weight: 800, align: 'start', sizeMin: 7 }),
      words('course', [148, 74, 150, 26], '{{achievement.name}}', {
        size: 9,
        weight: 700,
        align: 'start',
        linesMax: 2,
        lineHeight: 1.35,
        valign: 'top',
        sizeMin: 6,
      }),
      words('facts', [148, 102, 150, 8], '[[{{achievement.period}}]][[ · {{achievement.hours}}시간]]', {
        size: 5,
        align: 'start',
        colour: 'body',
        sizeMin: 3.6,
      }),
      words('day', [148, 112, 150, 8], '{{credential.issuedOn}} {{institution1.name}} {{institution1.headTitle}}', {
        size: 5,
        align: 'start',
        colour: 'body',
        sizeMin: 3.6,
      }),
      rule('line', [148, 128, 150, 0], 'hairline', 0.4),
      strip([147, 136], { qr: 28, width: 110, size: 4 }),
    ],
  }),
}

export const wideStage: CertificateTemplate = {
  id: 'wide-stage',
  name: { ko: '화면용 · 시상 무대', en: 'Screen, on stage' },
  describes: { ko: '가운데 이름이 크게 보이는 16:9 상장', en: 'The name in the middle, 16:9' },
  document: document({
    page: 'wide',
    title: '{{achievement.name}} - {{learner.name}}',
    primary: '#2a1a4a',
    accent: '#e8b64c',
    ground: 'primary',
    elements: [
      ribbon('rays', 'sunburst', [0, 0, 320, 180], ['dark', 'primary'], 0.2),
      ribbon('laurel', 'laurel', [122, 12, 76, 76], ['mark', 'accent']),
      badge(138, 27, 44),
      words('name', [30, 92, 260, 24], '{{learner.name}}', {
        size: 19,
        face: 'serif',
        weight: 700,
        colour: 'onPrimary',
        sizeMin: 8,
      }),
      words('course', [30, 117, 260, 12], '{{achievement.name}}', {
        size: 8,
        weight: 700,
        colour: 'accentOnPrimary',
        sizeMin: 5,
      }),
      words('grade', [30, 130, 260, 9], '[[{{achievement.grade}} · ]]{{credential.issuedOn}}', {
        size: 5.4,
        colour: 'onPrimary',
      }),
      words('institution', [30, 144, 170, 9], '{{institution1.name}}', {
        size: 6,
        face: 'serif',
        weight: 700,
        colour: 'onPrimary',
        align: 'start',
        sizeMin: 4,
      }),
      words('number', [30, 154, 170, 7], '원본확인번호 {{credential.number}}  |  {{credential.verifyAt}}', {
        size: 4.4,
        colour: 'onPrimary',
        align: 'start',
      }),
      { kind: 'qr', id: 'qr', x: 264, y: 140, width: 26, height: 26, text: '{{credential.url}}', colour: 'ink' },
    ],
  }),
}
