/** What messages about micro-degrees say, in both languages; `{…}` are filled in. */
import type { Language } from '../platform/handler.ts'
import type { NoticeWords } from './words.ts'

export type PathwayNewsKind =
  | 'accepted'
  | 'declined'
  | 'stage-approved'
  | 'stage-refused'
  | 'nearly'
  | 'review'
  | 'waiting'
  | 'not-awarded'
  | 'flagged'
  | 'kept'

export const PATHWAY_NEWS: Readonly<Record<PathwayNewsKind, Readonly<Record<Language, NoticeWords>>>> = {
  accepted: {
    ko: {
      subject: '[{institution}] {name} 님, ‘{badge}’ 참여가 승인되었습니다',
      told: '‘{badge}’ 참여 신청이 승인되었어요. {reason}',
      more: '이제부터 받는 배지가 이 과정에 쌓여요. 무엇을 모으면 되는지 지도로 볼 수 있어요.',
      otherLanguage: '‘{badge}’ 참여 신청이 승인되었어요.',
    },
    en: {
      subject: '{name}, you are accepted for “{badge}” at {institution}',
      told: 'Your application to take part in “{badge}” was accepted. {reason}',
      more: 'The badges you earn now add up to it. A map shows what it takes.',
      otherLanguage: 'Your application to take part in “{badge}” was accepted.',
    },
  },
  declined: {
    ko: {
      subject: '[{institution}] {name} 님, ‘{badge}’ 참여 신청 결과를 알려 드립니다',
      told: '‘{badge}’ 참여 신청이 받아들여지지 않았어요. {reason}',
      more: '궁금한 점은 {institution}에 문의해 주세요. 나중에 다시 신청할 수 있어요.',
      otherLanguage: '‘{badge}’ 참여 신청이 받아들여지지 않았어요.',
    },
    en: {
      subject: '{name}, about your application for “{badge}” at {institution}',
      told: 'Your application to take part in “{badge}” was not accepted. {reason}',
      more: 'Please ask {institution} if you have questions. You may apply again later.',
      otherLanguage: 'Your application to take part in “{badge}” was not accepted.',
    },
  },
  'stage-approved': {
    ko: {
      subject: '[{institution}] {name} 님, ‘{badge}’ {stageIs} 승인되었습니다',
      told: '‘{badge}’ 과정의 {stageIs} 승인되었어요. {reason}',
      more: '남은 요건이 있는지 지도에서 확인할 수 있어요.',
      otherLanguage: '‘{badge}’ 과정의 {stageIs} 승인되었어요.',
    },
    en: {
      subject: '{name}, your {stage} for “{badge}” is approved',
      told: 'Your {stage} for “{badge}” was approved. {reason}',
      more: 'The map shows whether anything is left.',
      otherLanguage: 'Your {stage} for “{badge}” was approved.',
    },
  },
  'stage-refused': {
    ko: {
      subject: '[{institution}] {name} 님, ‘{badge}’ {stage} 결과를 알려 드립니다',
      told: '‘{badge}’ 과정의 {stageIs} 승인되지 않았어요. {reason}',
      more: '궁금한 점은 {institution}에 문의해 주세요. 보완한 뒤 다시 신청할 수 있어요.',
      otherLanguage: '‘{badge}’ 과정의 {stageIs} 승인되지 않았어요.',
    },
    en: {
      subject: '{name}, about your {stage} for “{badge}”',
      told: 'Your {stage} for “{badge}” was not approved. {reason}',
      more: 'Please ask {institution} if you have questions. You may apply again.',
      otherLanguage: 'Your {stage} for “{badge}” was not approved.',
    },
  },
  nearly: {
    ko: {
      subject: '[{institution}] {name} 님, ‘{badge}’까지 배지 하나 남았습니다',
      told: '배지 하나만 더 받으면 ‘{badge}’ 과정의 배지를 모두 모아요!',
      more: '가장 가까운 배지는 ‘{next}’예요. 다른 선택이 있는지도 지도에서 볼 수 있어요.',
      otherLanguage: '배지 하나만 더 받으면 ‘{badge}’ 과정의 배지를 모두 모아요.',
    },
    en: {
      subject: '{name}, one badge to go for “{badge}”',
      told: 'One more badge, and you have every badge of “{badge}”!',
      more: 'The nearest is “{next}”. The map shows whether there are others.',
      otherLanguage: 'One more badge, and you have every badge of “{badge}”.',
    },
  },
  review: {
    ko: {
      subject: '[{institution}] {name} 님, ‘{badge}’ 요건을 모두 채웠습니다',
      told: '축하해요! ‘{badge}’의 요건을 모두 채웠어요.',
      more: '{institution}에서 심사한 뒤 수여해요. 결정되면 다시 알려 드릴게요.',
      otherLanguage: '‘{badge}’의 요건을 모두 채웠어요. 심사한 뒤 수여돼요.',
    },
    en: {
      subject: '{name}, you meet every requirement of “{badge}”',
      told: 'Congratulations! You meet every requirement of “{badge}”.',
      more: '{institution} awards it after review. We write again when it is decided.',
      otherLanguage: 'You meet every requirement of “{badge}”; it is awarded after review.',
    },
  },
  waiting: {
    ko: {
      subject: '[{institution}] {name} 님, ‘{badge}’ 요건을 모두 채웠습니다',
      told: '축하해요! ‘{badge}’의 요건을 모두 채웠어요.',
      more: '{date}에 수여돼요. 그날 배지를 받을 수 있는 메일을 보내 드릴게요.',
      otherLanguage: '‘{badge}’의 요건을 모두 채웠어요. {date}에 수여돼요.',
    },
    en: {
      subject: '{name}, you meet every requirement of “{badge}”',
      told: 'Congratulations! You meet every requirement of “{badge}”.',
      more: 'It is awarded on {date}. We will send you the badge on that day.',
      otherLanguage: 'You meet every requirement of “{badge}”; it is awarded on {date}.',
    },
  },
  'not-awarded': {
    ko: {
      subject: '[{institution}] {name} 님, ‘{badge}’ 심사 결과를 알려 드립니다',
      told: '심사에서 ‘{badge}’ 마이크로디그리를 수여하지 않기로 했어요. {reason}',
      more: '궁금한 점은 {institution}에 문의해 주세요. 받은 배지는 그대로 남아 있어요.',
      otherLanguage: '심사에서 ‘{badge}’ 마이크로디그리를 수여하지 않기로 했어요.',
    },
    en: {
      subject: '{name}, about the review of “{badge}”',
      told: 'After review, “{badge}” was not awarded. {reason}',
      more: 'Please ask {institution} if you have questions. The badges you earned stay yours.',
      otherLanguage: 'After review, “{badge}” was not awarded.',
    },
  },
  flagged: {
    ko: {
      subject: '[{institution}] {name} 님, ‘{badge}’ 검토가 필요합니다',
      told: '‘{badge}’에 쓰인 배지 하나가 취소되거나 효력이 멈추어 {institution}에서 마이크로디그리를 검토하고 있어요.',
      more: '검토하는 동안 마이크로디그리는 그대로 유효해요. 결정되면 다시 알려 드릴게요.',
      otherLanguage: '‘{badge}’에 쓰인 배지 하나가 취소되거나 효력이 멈추어 검토하고 있어요.',
    },
    en: {
      subject: '{name}, “{badge}” is under review',
      told: 'A badge that counted toward “{badge}” was revoked or suspended, so {institution} is reviewing the micro-degree.',
      more: 'Meanwhile it stays valid. We write again when it is decided.',
      otherLanguage:
        'A badge that counted toward “{badge}” was revoked or suspended; the micro-degree is under review.',
    },
  },
  kept: {
    ko: {
      subject: '[{institution}] {name} 님, ‘{badge}’ 검토가 끝났습니다',
      told: '‘{badge}’ 마이크로디그리를 그대로 유지하기로 했어요. {reason}',
      more: '이미 공유한 링크와 내려받은 파일도 그대로 쓸 수 있어요.',
      otherLanguage: '‘{badge}’ 마이크로디그리를 그대로 유지하기로 했어요.',
    },
    en: {
      subject: '{name}, the review of “{badge}” is closed',
      told: 'Your micro-degree “{badge}” stands as it is. {reason}',
      more: 'Links you have shared and files you have downloaded work as before.',
      otherLanguage: 'Your micro-degree “{badge}” stands as it is.',
    },
  },
}

export const PATHWAY_BUTTON: Readonly<Record<Language, string>> = { ko: '내 진행 상황 보기', en: 'See my progress' }

/** Follows a sentence; empty where nobody gave one. */
export const reasonClause = (note: string | undefined, language: Language): string =>
  note ? (language === 'ko' ? `사유: ${note}` : `Reason: ${note}`) : ''
