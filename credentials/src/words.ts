// Says in Korean and English what each code of misuse and each fault of shape means: one sentence a code.

import type { CredentialErrorCode, FaultCode } from './errors.ts'

export type Sentence = Readonly<Record<'ko' | 'en', string>>

const MISUSES: Readonly<Record<CredentialErrorCode, Sentence>> = {
  'credential-malformed': {
    ko: '증명에 있어야 할 항목이 없거나 잘못되었습니다.',
    en: 'The credential lacks something it needs, or has it wrong.',
  },
  'context-unknown': {
    ko: '우리가 갖고 있지 않은 용어 모음을 사용합니다.',
    en: 'It uses a vocabulary that we do not hold.',
  },
  'context-inline': { ko: '용어의 뜻을 문서 안에서 정의합니다.', en: 'It defines the meaning of its own terms.' },
  'context-conflict': { ko: '용어 모음이 서로 어긋납니다.', en: 'Its vocabularies contradict each other.' },
  'json-ld-unsafe': { ko: '뜻이 정해지지 않은 항목이 있습니다.', en: 'It has a term without a meaning.' },
  'canonicalization-too-costly': {
    ko: '정해진 계산량 안에서 정규형을 만들 수 없습니다.',
    en: 'Its canonical form takes more work than is allowed.',
  },
  'cryptosuite-unknown': { ko: '서명을 만들 수 없는 방식입니다.', en: 'That is no suite to sign with.' },
  'key-malformed': { ko: '공개키의 형식이 잘못되었습니다.', en: 'The public key is malformed.' },
  'signer-mismatch': { ko: '발급자의 키가 아닙니다.', en: 'The key is not the issuer’s.' },
  'signature-malformed': { ko: '서명의 길이가 맞지 않습니다.', en: 'The signature has the wrong length.' },
  'previous-proof-missing': {
    ko: '이어서 서명할 앞의 서명이 없습니다.',
    en: 'The proof that this one follows is not there.',
  },
  'date-malformed': { ko: '시간대가 있는 날짜와 시각이 아닙니다.', en: 'It is not a date and time with a zone.' },
  'recipient-missing': { ko: '수령자를 알아볼 방법이 없습니다.', en: 'Nothing says who the recipient is.' },
  'did-malformed': { ko: '식별자를 만들 수 없는 주소입니다.', en: 'No identifier can be made of that address.' },
  'image-malformed': { ko: '그림의 구조가 잘못되었습니다.', en: 'The picture is malformed.' },
  'image-already-baked': { ko: '그림에 이미 증명이 들어 있습니다.', en: 'The picture already carries a credential.' },
  'image-type-unknown': { ko: 'PNG나 SVG가 아닙니다.', en: 'It is neither PNG nor SVG.' },
  'text-not-bakeable': { ko: '그림에 담을 수 없는 글입니다.', en: 'That text cannot be put into a picture.' },
  'status-index-out-of-range': { ko: '상태 목록에 없는 자리입니다.', en: 'The status list has no such place.' },
  'status-list-size': { ko: '상태 목록의 크기가 맞지 않습니다.', en: 'The status list has the wrong size.' },
  'pointer-unmatched': { ko: '가리키는 항목이 없습니다.', en: 'The pointer leads to nothing.' },
  'proof-not-derivable': { ko: '일부만 보일 수 있는 증명이 아닙니다.', en: 'This credential cannot be shown in part.' },
}

const FAULTS: Readonly<Record<FaultCode, Sentence>> = {
  missing: { ko: '있어야 할 항목이 없습니다.', en: 'Something required is missing.' },
  'wrong-type': { ko: '값의 종류가 다릅니다.', en: 'The value is of the wrong kind.' },
  null: { ko: '빈 값(null)은 쓸 수 없습니다.', en: 'Null says nothing: leave it out.' },
  empty: { ko: '빈 목록은 쓸 수 없습니다.', en: 'An empty list says nothing: leave it out.' },
  'not-a-uri': { ko: '절대 URI가 아닙니다.', en: 'It is not an absolute URI.' },
  'not-a-datetime': { ko: '시간대가 있는 날짜와 시각이 아닙니다.', en: 'It is not a date and time with a zone.' },
  'unknown-value': { ko: '표준이 정한 값이 아닙니다.', en: 'It is none of the standard’s values.' },
  'not-allowed': { ko: '여기에 올 수 없는 항목입니다.', en: 'It is not allowed here.' },
  inconsistent: { ko: '다른 항목과 어긋납니다.', en: 'It contradicts something else in the document.' },
}

/** Every code of `CredentialError` and of a `Fault`, with its sentences. */
export const SENTENCES: Readonly<Record<CredentialErrorCode | FaultCode, Sentence>> = { ...MISUSES, ...FAULTS }
