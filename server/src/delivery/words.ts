/** What the claim message says, in both languages; `{…}` are filled in. */
import type { Language } from '../platform/handler.ts'

export type Words = {
  readonly subject: string
  readonly testSubject: string
  readonly preheader: string
  readonly greeting: string
  readonly arrived: string
  readonly claim: string
  readonly claimText: string
  readonly button: string
  readonly orOpen: string
  readonly validity: string
  readonly badgeAlt: string
  readonly test: string
  readonly safety: string
  readonly otherLanguage: string
}

export const WORDS: Record<Language, Words> = {
  ko: {
    subject: '[{institution}] {name} 님, ‘{badge}’ 배지가 도착했습니다',
    testSubject: '[시험 발급] {subject}',
    preheader: '가입 없이 1분 안에 확인하고 받을 수 있어요.',
    greeting: '{name} 님, 축하해요!',
    arrived: '{institution}에서 ‘{badge}’ 디지털배지를 보냈어요.',
    claim: '버튼을 누르면 배지를 확인하고 받을 수 있어요. 가입하지 않아도 됩니다.',
    claimText: '아래 주소를 열면 배지를 확인하고 받을 수 있어요. 가입하지 않아도 됩니다.',
    button: '배지 확인하기',
    orOpen: '버튼이 눌리지 않으면 아래 주소를 브라우저에 붙여 넣어 주세요.',
    validity: '이 링크는 {date}까지 쓸 수 있어요.',
    badgeAlt: '{institution} {badge} 디지털배지',
    test: '시험으로 발급한 배지예요. 실제 증명으로는 쓸 수 없어요.',
    safety: '이 메일은 {institution}의 요청으로 보냈어요. 링크를 눌러도 비밀번호나 결제를 요구하지 않습니다.',
    otherLanguage: '‘{badge}’ 배지가 도착했어요. 위 링크를 열어 확인해 주세요.',
  },
  en: {
    subject: '{name}, your “{badge}” badge from {institution} is here',
    testSubject: '[Test] {subject}',
    preheader: 'View and claim it in under a minute, no account needed.',
    greeting: 'Congratulations, {name}!',
    arrived: '{institution} has sent you the digital badge “{badge}”.',
    claim: 'Press the button to view and claim it. You do not need an account.',
    claimText: 'Open this address to view and claim it. You do not need an account.',
    button: 'View my badge',
    orOpen: 'If the button does not work, paste this address into your browser.',
    validity: 'This link works until {date}.',
    badgeAlt: '{institution} {badge} digital badge',
    test: 'This badge was issued as a test. It does not count as a real credential.',
    safety: 'Sent on behalf of {institution}. We never ask for a password or payment.',
    otherLanguage: 'Your badge “{badge}” from {institution} is here. Open the link above to view it.',
  },
}

export type NoticeKind = 'suspended' | 'reinstated' | 'replaced'

/** What a message about a change of a credential says; `{…}` are filled in. */
export type NoticeWords = Readonly<Record<'subject' | 'told' | 'more' | 'otherLanguage', string>>

export const NOTICE_WORDS: Record<Language, Record<NoticeKind, NoticeWords>> = {
  ko: {
    suspended: {
      subject: '[{institution}] {name} 님, ‘{badge}’ 배지의 효력이 정지되었습니다',
      told: '{institution}에서 ‘{badge}’ 배지의 효력을 잠시 정지했어요. 사유: {reason}',
      more: '정지된 동안에는 확인하는 사람에게 ‘효력이 일시 정지되었습니다’라고 보여요. 정지가 풀리면 다시 알려 드릴게요. 궁금한 점은 {institution}에 문의해 주세요.',
      otherLanguage: '‘{badge}’ 배지의 효력이 잠시 정지되었어요.',
    },
    reinstated: {
      subject: '[{institution}] {name} 님, ‘{badge}’ 배지를 다시 쓸 수 있습니다',
      told: '{institution}에서 ‘{badge}’ 배지의 정지를 풀었어요.',
      more: '이제 다시 유효한 배지예요. 이미 공유한 링크와 내려받은 파일도 그대로 쓸 수 있어요.',
      otherLanguage: '‘{badge}’ 배지의 정지가 풀렸어요.',
    },
    replaced: {
      subject: '[{institution}] {name} 님, ‘{badge}’ 배지를 바로잡아 다시 발급했습니다',
      told: '{institution}에서 ‘{badge}’ 배지의 내용을 바로잡아 다시 발급했어요.',
      more: '번호와 링크는 그대로예요. 전에 내려받은 파일은 ‘새 증명으로 대체되었습니다’라고 보이니, 배지 페이지에서 새 파일을 내려받아 주세요.',
      otherLanguage: '‘{badge}’ 배지가 바로잡혀 다시 발급되었어요.',
    },
  },
  en: {
    suspended: {
      subject: '{name}, your “{badge}” badge from {institution} is suspended',
      told: '{institution} has suspended your badge “{badge}” for the time being. Reason: {reason}',
      more: 'Meanwhile whoever checks it sees that it is suspended. We write again when it is lifted. Please ask {institution} if you have questions.',
      otherLanguage: 'Your badge “{badge}” from {institution} is suspended for the time being.',
    },
    reinstated: {
      subject: '{name}, your “{badge}” badge from {institution} is valid again',
      told: '{institution} has lifted the suspension of your badge “{badge}”.',
      more: 'It is valid again. Links you have shared and files you have downloaded work as before.',
      otherLanguage: 'The suspension of your badge “{badge}” from {institution} was lifted.',
    },
    replaced: {
      subject: '{name}, your “{badge}” badge from {institution} was corrected',
      told: '{institution} has corrected your badge “{badge}” and issued it anew.',
      more: 'Its number and link are the same. Files you downloaded before are reported as replaced: please download them again from the badge page.',
      otherLanguage: 'Your badge “{badge}” from {institution} was corrected and issued anew.',
    },
  },
}

export const NOTICE_BUTTON: Record<Language, string> = { ko: '배지 페이지 보기', en: 'Open the badge page' }

/** Values are inserted as they are, once: a brace in a name stays a brace. */
export const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
