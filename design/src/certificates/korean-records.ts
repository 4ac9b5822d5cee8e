/** Composes the plain Korean records: attendance, volunteering, membership. */
import { badge, box, crest, document, frame, ribbon, rows, rule, sender, serial, strip, words } from './kit.ts'
import type { CertificateTemplate } from './template.ts'

const DAY = '{{credential.issuedOn}}'

export const attendance: CertificateTemplate = {
  id: 'attendance',
  name: { ko: '참가 확인서', en: 'Record of attendance' },
  describes: { ko: '특강·세미나·행사 참가를 확인', en: 'For talks, seminars and events' },
  document: document({
    page: 'a4-portrait',
    title: '참가 확인서 - {{learner.name}}',
    primary: '#0b3954',
    accent: '#e4572e',
    ground: 'paper',
    elements: [
      ribbon('frame', 'brackets', [14, 14, 182, 269], ['primary', 'accent']),
      serial([26, 30, 80, 8], { colour: 'quiet', size: 4.4 }),
      badge(160, 26, 24),
      words('title', [26, 58, 158, 20], '참가 확인서', {
        size: 15,
        weight: 800,
        align: 'start',
        colour: 'onPaper',
        tracking: 0.02,
      }),
      box('accent', [26, 80, 18, 1.8], 'accent'),
      words('name', [26, 100, 158, 16], '{{learner.name}}', { size: 12, weight: 800, align: 'start', sizeMin: 5 }),
      words('affiliation', [26, 116, 158, 8], '{{learner.affiliation}}', {
        size: 5,
        align: 'start',
        colour: 'quiet',
        when: 'learner.affiliation',
      }),
      words('body', [26, 132, 158, 26], '위 사람은 아래 행사에 참가하였음을 확인합니다.', {
        size: 6,
        align: 'start',
        linesMax: 2,
        lineHeight: 1.7,
        valign: 'top',
      }),
      rows(
        [26, 152, 158],
        [
          ['행사명', '{{achievement.name}}'],
          ['일시', '{{achievement.period}}', 'achievement.period'],
          ['장소', '{{achievement.place}}', 'achievement.place'],
          ['시간', '{{achievement.hours}}시간', 'achievement.hours'],
        ],
        { size: 5, step: 10.5, labelWidth: 18, colon: false, colour: 'quiet' },
      ),
      words('day', [26, 206, 158, 9], DAY, { size: 5.6, align: 'start' }),
      sender([26, 220, 158, 15], { size: 9.5, align: 'start' }),
      rule('line', [26, 247, 158, 0], 'hairline', 0.4),
      strip([25, 251], { qr: 22 }),
    ],
  }),
}

export const volunteer: CertificateTemplate = {
  id: 'volunteer',
  name: { ko: '봉사활동 확인서', en: 'Volunteering record' },
  describes: { ko: '물결 바탕의 봉사·지역사회 활동 확인서', en: 'For service in the community' },
  document: document({
    page: 'a4-portrait',
    title: '봉사활동 확인서 - {{learner.name}}',
    primary: '#1b6b5a',
    accent: '#7fc8a9',
    ground: 'paper',
    elements: [
      ribbon('waves', 'waves', [0, 236, 210, 61], ['soft', 'accent'], 0.55),
      { kind: 'icon', id: 'icon', x: 93, y: 26, width: 24, height: 24, icon: 'heart', colour: 'primary' },
      words('title', [25, 56, 160, 18], '봉사활동 확인서', {
        size: 14,
        weight: 800,
        colour: 'onPaper',
        tracking: 0.06,
      }),
      serial([60, 76, 90, 7], { align: 'middle', colour: 'quiet', size: 4.2 }),
      rows(
        [40, 100, 132],
        [
          ['성명', '{{learner.name}}'],
          ['소속', '{{learner.affiliation}}', 'learner.affiliation'],
          ['활동', '{{achievement.name}}'],
          ['기간', '{{achievement.period}}', 'achievement.period'],
          ['장소', '{{achievement.place}}', 'achievement.place'],
          ['시간', '총 {{achievement.hours}}시간', 'achievement.hours'],
        ],
        { size: 5.2, step: 11, labelWidth: 16 },
      ),
      words(
        'body',
        [30, 172, 150, 24],
        '위 사람은 위와 같이 봉사활동에 참여하여 이웃과 지역사회에 따뜻한 마음을 전하였음을 확인합니다.',
        { size: 5.8, linesMax: 3, lineHeight: 1.75 },
      ),
      words('day', [25, 202, 160, 9], DAY, { size: 5.8, weight: 700 }),
      sender([25, 216, 160, 15], { size: 10 }),
      box('strip-ground', [18, 252, 122, 28], 'paper', { radius: 3 }),
      strip([21, 254], { qr: 24 }),
      badge(158, 250, 32),
    ],
  }),
}

export const membership: CertificateTemplate = {
  id: 'membership',
  name: { ko: '회원증서', en: 'Membership' },
  describes: { ko: '협회·학회의 정회원 증서', en: 'For members of an association' },
  document: document({
    page: 'a4-landscape',
    title: '회원증서 - {{learner.name}}',
    primary: '#16324f',
    accent: '#c8a24a',
    elements: [
      box('panel', [0, 0, 84, 210], 'primary'),
      ribbon('watermark', 'rose-engine', [-16, 56, 98, 98], ['mark', 'onPrimary'], 0.22),
      box('panel-edge', [84, 0, 1.6, 210], 'accent'),
      crest(24, 34, 36),
      words('panel-name', [8, 78, 68, 14], '{{institution1.name}}', {
        size: 7,
        weight: 700,
        face: 'serif',
        colour: 'onPrimary',
        linesMax: 2,
        sizeMin: 4.4,
        lineHeight: 1.4,
      }),
      words('panel-english', [8, 92, 68, 7], '{{institution1.nameEnglish}}', {
        size: 3.6,
        colour: 'onPrimary',
        when: 'institution1.nameEnglish',
        sizeMin: 2.4,
      }),
      words('title', [100, 30, 180, 22], '회원증서', { size: 17, face: 'serif', weight: 700, tracking: 0.35 }),
      words('subtitle', [100, 52, 180, 7], 'CERTIFICATE OF MEMBERSHIP', { size: 3.9, tracking: 0.24, colour: 'quiet' }),
      words('name', [100, 72, 180, 18], '{{learner.name}}', { size: 13, face: 'serif', weight: 700, sizeMin: 5.5 }),
      words('role', [100, 90, 180, 8], '[[{{learner.affiliation}} · ]]{{achievement.name}}', {
        size: 5,
        colour: 'body',
        sizeMin: 3.4,
      }),
      words('body', [112, 104, 156, 22], '위 분은 본회의 회원으로서 그 자격과 권리를 가짐을 증명합니다.', {
        size: 6,
        face: 'serif',
        linesMax: 2,
        lineHeight: 1.7,
      }),
      words(
        'member-number',
        [100, 128, 180, 7],
        '[[회원번호 {{learner.number}}]][[   유효기간 {{credential.expiresOn}}까지]]',
        { size: 4.4, colour: 'body' },
      ),
      words('day', [100, 140, 180, 9], DAY, { size: 5.4, face: 'serif' }),
      sender([100, 154, 180, 16], { face: 'serif', weight: 700, size: 10 }),
      strip([100, 176], { qr: 22 }),
      serial([196, 184, 84, 7], { align: 'end', colour: 'quiet', size: 4 }),
    ],
  }),
}

export const bootcamp: CertificateTemplate = {
  id: 'bootcamp',
  name: { ko: '부트캠프 수료증', en: 'Bootcamp completion' },
  describes: { ko: '어두운 바탕의 개발·데이터 과정 수료증', en: 'Dark, for coding and data courses' },
  document: document({
    page: 'a4-landscape',
    title: '수료증 - {{learner.name}}',
    primary: '#10182b',
    accent: '#35d0a5',
    ground: 'primary',
    elements: [
      ...Array.from({ length: 9 }, (_, i) => rule(`grid-${i + 1}`, [0, 21 * (i + 1), 297, 0], 'onPrimary', 0.12)).map(
        (line) => ({ ...line, opacity: 0.14 }),
      ),
      ...Array.from({ length: 13 }, (_, i) =>
        rule(`column-${i + 1}`, [21 * (i + 1), 0, 0, 210], 'onPrimary', 0.12),
      ).map((line) => ({ ...line, opacity: 0.14 })),
      box('edge', [0, 0, 5, 210], 'accent'),
      words('mark', [26, 24, 120, 8], '// certificate of completion', {
        size: 4.6,
        align: 'start',
        colour: 'accentOnPrimary',
      }),
      words('title', [26, 34, 170, 20], '수료증', {
        size: 16,
        weight: 800,
        align: 'start',
        colour: 'onPrimary',
        tracking: 0.3,
      }),
      words('name', [26, 66, 170, 20], '{{learner.name}}', {
        size: 15,
        weight: 800,
        align: 'start',
        colour: 'accentOnPrimary',
        sizeMin: 6,
      }),
      words('course', [26, 88, 170, 12], '{{achievement.name}}', {
        size: 7.4,
        weight: 700,
        align: 'start',
        colour: 'onPrimary',
        linesMax: 2,
        sizeMin: 5,
        lineHeight: 1.3,
      }),
      words('facts', [26, 102, 170, 8], '[[{{achievement.period}}]][[ · {{achievement.hours}}시간]]', {
        size: 4.6,
        align: 'start',
        colour: 'onPrimary',
        opacity: 0.8,
      }),
      words('skills', [26, 112, 170, 8], '[[{{achievement.skills}}]]', {
        size: 4.6,
        align: 'start',
        colour: 'accentOnPrimary',
      }),
      words('body', [26, 128, 170, 18], '위 사람은 모든 과제와 팀 프로젝트를 끝까지 해내어 이 과정을 수료하였습니다.', {
        size: 5.2,
        align: 'start',
        colour: 'onPrimary',
        linesMax: 2,
        lineHeight: 1.65,
        valign: 'top',
      }),
      badge(212, 26, 62),
      words('day', [26, 150, 110, 8], DAY, { size: 4.8, align: 'start', colour: 'onPrimary' }),
      words('sender', [26, 160, 120, 14], '{{institution1.name}} {{institution1.headTitle}}', {
        size: 8.4,
        weight: 800,
        align: 'start',
        colour: 'onPrimary',
        tracking: 0.04,
        sizeMin: 5,
      }),
      box('seal-ground', [150, 154, 26, 26], 'paper', { radius: 2 }),
      { kind: 'seal', id: 'seal', x: 152, y: 156, width: 22, height: 22, institution: 1 },
      serial([26, 178, 120, 7], { size: 4, colour: 'onPrimary' }),
      strip([249, 156], { qr: 26, width: 62, side: 'left', colour: 'onPrimary' }),
    ],
  }),
}

export const license: CertificateTemplate = {
  id: 'license',
  name: { ko: '자격증', en: 'Qualification' },
  describes: { ko: '민간자격·역량 인증용 자격증', en: 'A qualification with its number and term' },
  document: document({
    page: 'a4-portrait',
    title: '자격증 - {{learner.name}}',
    primary: '#0d3b66',
    accent: '#c08a2d',
    elements: [
      frame('outer', [10, 10, 190, 277], 'primary', 0.5),
      ribbon('frame', 'dotted', [13, 13, 184, 271], ['primary', 'gilt']),
      ribbon('watermark', 'rose-engine', [40, 96, 130, 130], ['primary', 'gilt'], 0.14),
      crest(91, 28, 28),
      words('title', [25, 62, 160, 24], '자격증', {
        size: 20,
        face: 'serif',
        weight: 700,
        tracking: 0.55,
        colour: 'onPaper',
      }),
      words('subtitle', [25, 88, 160, 7], 'CERTIFICATE OF QUALIFICATION', {
        size: 3.8,
        tracking: 0.22,
        colour: 'quiet',
      }),
      rows(
        [40, 108, 134],
        [
          ['자격번호', '{{credential.serial}}', 'credential.serial'],
          ['자격종목', '{{achievement.name}}'],
          ['등급', '{{achievement.grade}}', 'achievement.grade'],
          ['성명', '{{learner.name}}'],
          ['생년월일', '{{learner.birthDate}}', 'learner.birthDate'],
          ['유효기간', '{{credential.expiresOn}}까지', 'credential.expiresOn'],
        ],
        { face: 'serif', size: 5.4, step: 11 },
      ),
      words('body', [30, 180, 150, 22], '위 사람은 소정의 검정에 합격하여 위의 자격을 취득하였음을 증명합니다.', {
        size: 6,
        face: 'serif',
        linesMax: 3,
        lineHeight: 1.8,
      }),
      words('day', [25, 207, 160, 10], DAY, { size: 6, face: 'serif' }),
      sender([25, 224, 160, 16], { face: 'serif', weight: 700, size: 11, seal: 26 }),
      strip([27, 250], { qr: 22 }),
    ],
  }),
}
