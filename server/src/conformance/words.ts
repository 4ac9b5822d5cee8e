/** Says in Korean and English why a document was refused: one sentence a code. */
import type { Language } from '../platform/handler.ts'
import type { RuleCode } from './rule-fault.ts'

type Sentence = Readonly<Record<Language, string>>

const RULES: Readonly<Record<RuleCode, Sentence>> = {
  'document-malformed': { ko: '문서가 JSON 객체가 아닙니다.', en: 'The document is not a JSON object.' },
  'document-too-long': { ko: '문서에 값이 너무 많습니다.', en: 'The document has too many values.' },
  'context-missing': { ko: '@context가 없습니다.', en: 'There is no @context.' },
  'context-malformed': { ko: '@context는 순서가 있는 목록이어야 합니다.', en: '@context must be an ordered list.' },
  'context-base-missing': {
    ko: '@context의 첫 항목은 https://www.w3.org/ns/credentials/v2 여야 합니다.',
    en: 'The first item of @context must be https://www.w3.org/ns/credentials/v2.',
  },
  'context-entry-malformed': {
    ko: '@context의 항목은 URL이나 객체여야 합니다.',
    en: 'Each item of @context must be a URL or an object.',
  },
  'id-malformed': { ko: 'id는 URL 하나여야 합니다.', en: 'An id must be a single URL.' },
  'type-missing': { ko: 'type이 없습니다.', en: 'There is no type.' },
  'type-malformed': {
    ko: 'type의 값은 비어 있지 않은 글이어야 합니다.',
    en: 'Each type must be a text that is not empty.',
  },
  'type-base-missing': {
    ko: 'type에 VerifiableCredential 또는 VerifiablePresentation이 없습니다.',
    en: 'type lacks VerifiableCredential or VerifiablePresentation.',
  },
  'text-malformed': {
    ko: '글이거나, @value·@language·@direction만 있는 언어 값이어야 합니다.',
    en: 'It must be a text, or language values of @value, @language and @direction alone.',
  },
  'text-language-malformed': { ko: '@language가 언어 태그가 아닙니다.', en: '@language is not a language tag.' },
  'text-direction-malformed': { ko: '@direction은 ltr이나 rtl이어야 합니다.', en: '@direction must be ltr or rtl.' },
  'issuer-missing': { ko: '발급자가 없습니다.', en: 'There is no issuer.' },
  'issuer-malformed': {
    ko: '발급자는 URL이거나 URL인 id가 있는 객체여야 합니다.',
    en: 'The issuer must be a URL, or an object whose id is one.',
  },
  'subject-missing': { ko: 'credentialSubject가 없습니다.', en: 'There is no credentialSubject.' },
  'subject-malformed': { ko: 'credentialSubject는 객체여야 합니다.', en: 'A credentialSubject must be an object.' },
  'subject-empty': { ko: 'credentialSubject가 비어 있습니다.', en: 'A credentialSubject is empty.' },
  'date-malformed': { ko: '시간대가 있는 날짜와 시각이 아닙니다.', en: 'It is not a date and time with a zone.' },
  'validity-reversed': { ko: '유효기간의 끝이 시작보다 앞섭니다.', en: 'The validity ends before it begins.' },
  'property-malformed': { ko: '객체가 하나 이상 있어야 합니다.', en: 'It must be one or more objects.' },
  'property-type-missing': { ko: 'type이 있어야 합니다.', en: 'It needs a type.' },
  'property-id-missing': { ko: 'id가 있어야 합니다.', en: 'It needs an id.' },
  'related-resource-repeated': { ko: '같은 자료가 두 번 나옵니다.', en: 'The same resource stands there twice.' },
  'related-resource-digest-missing': {
    ko: 'digestSRI나 digestMultibase가 있어야 합니다.',
    en: 'It needs digestSRI or digestMultibase.',
  },
  'related-resource-digest-malformed': { ko: '해시값의 형식이 잘못되었습니다.', en: 'A digest is written wrong.' },
  'related-resource-digest-differs': {
    ko: '자료가 적힌 해시값과 다릅니다.',
    en: 'The resource is not the one that its digest names.',
  },
  'proof-malformed': { ko: '전자서명의 형식이 잘못되었습니다.', en: 'The proof is malformed.' },
  'proofs-too-many': { ko: '서명이 너무 많습니다.', en: 'There are too many proofs.' },
  'proof-previous-unknown': { ko: '앞선 서명을 찾을 수 없습니다.', en: 'The previous proof it names is not there.' },
  'holder-malformed': {
    ko: '소지자는 URL이거나 URL인 id가 있는 객체여야 합니다.',
    en: 'The holder must be a URL, or an object whose id is one.',
  },
  'presented-credential-malformed': {
    ko: '제시하는 증명은 객체 하나 이상이어야 합니다.',
    en: 'What is presented must be one or more objects.',
  },
  'presented-credential-refused': {
    ko: '제시한 증명 가운데 받아들일 수 없는 것이 있습니다.',
    en: 'One of the presented credentials is refused.',
  },
  'presented-credentials-too-many': { ko: '한 번에 제시한 증명이 너무 많습니다.', en: 'Too many credentials at once.' },
  'envelope-malformed': {
    ko: '봉투에 담긴 증명은 data: 주소여야 합니다.',
    en: 'An enveloped credential is a data: URL in an object with a @context.',
  },
  'envelope-kind-unknown': { ko: '지원하지 않는 봉투입니다.', en: 'The kind of envelope is not supported.' },
}

/** What can be wrong with a request, a vocabulary, a signature or a status; codes of the credentials package keep their names. */
const REASONS: Readonly<Record<string, Sentence>> = {
  'status-list-options-invalid': { ko: 'options.status를 알 수 없습니다.', en: 'options.status is not understood.' },
  'credential-id-missing': {
    ko: '취소 여부를 관리하려면 증명에 id가 있어야 합니다.',
    en: 'A credential with a status needs an id.',
  },
  'status-occupied': {
    ko: '증명에 이미 credentialStatus가 있습니다.',
    en: 'The credential has a credentialStatus already.',
  },
  'status-unknown': { ko: '그런 증명을 발급하지 않았습니다.', en: 'No such status was issued here.' },
  'cryptosuite-unknown': { ko: '이 발급자가 쓰지 않는 서명 방식입니다.', en: 'This issuer does not sign that way.' },
  'proof-not-derivable': {
    ko: '일부만 보일 수 있는 서명이 아닙니다.',
    en: 'The proof is not one to be shown in part.',
  },
  'pointer-unmatched': { ko: '가리키는 값이 문서에 없습니다.', en: 'A pointer leads to nothing in the document.' },
  'context-unknown': { ko: '알 수 없는 용어 모음입니다.', en: 'A vocabulary is not known here.' },
  'context-inline': {
    ko: '문서 안의 용어 모음이 너무 많습니다.',
    en: 'Too many vocabularies are written in the document.',
  },
  'context-conflict': { ko: '정해진 용어를 다시 정의합니다.', en: 'A protected term is defined anew.' },
  'json-ld-unsafe': {
    ko: '뜻이 정해지지 않은 용어가 있습니다.',
    en: 'A term has no meaning in the given vocabularies.',
  },
  'canonicalization-too-costly': { ko: '문서가 너무 복잡합니다.', en: 'The document is too intricate.' },
  'not-a-credential': { ko: '증명이 아닙니다.', en: 'It is not a credential.' },
  'credential-malformed': { ko: '증명의 항목이 잘못되었습니다.', en: 'Parts of the credential are wrong.' },
  'proof-suite-unknown': { ko: '지원하지 않는 서명 방식입니다.', en: 'The kind of signature is not supported.' },
  'proof-missing': { ko: '전자서명이 없습니다.', en: 'There is no signature.' },
  'proof-malformed': RULES['proof-malformed'],
  'proof-purpose': { ko: '다른 목적으로 만든 서명입니다.', en: 'The signature was made for another purpose.' },
  'proof-expired': { ko: '서명의 기한이 지났습니다.', en: 'The signature has expired.' },
  'proof-from-the-future': { ko: '서명 시각이 미래입니다.', en: 'The signature is dated in the future.' },
  'signature-wrong': { ko: '서명이 내용과 맞지 않습니다.', en: 'The signature does not match the contents.' },
  'claims-differ': { ko: 'JWT의 내용과 증명이 다릅니다.', en: 'The JWT claims something else than the credential.' },
  'key-not-of-issuer': {
    ko: '서명한 사람의 키가 아닙니다.',
    en: 'The key is not one of the signer’s for this purpose.',
  },
  'key-of-another-kind': {
    ko: '서명 방식과 키의 종류가 다릅니다.',
    en: 'The key is of another kind than the signature.',
  },
  'key-malformed': { ko: '키를 읽을 수 없습니다.', en: 'The key cannot be read.' },
  'key-not-published': { ko: '공개되지 않은 키입니다.', en: 'The key is not published.' },
  'key-retired': { ko: '서명 시각에 이미 폐기된 키입니다.', en: 'The key was retired when it signed.' },
  'key-compromised': { ko: '유출된 키로 서명했습니다.', en: 'It was signed with a stolen key.' },
  'key-compromised-undated': { ko: '유출된 키입니다.', en: 'The key was stolen.' },
  'issuer-unreachable': {
    ko: '서명한 사람의 키를 받아 오지 못했습니다.',
    en: 'The signer’s key could not be fetched.',
  },
  'issuer-document-malformed': { ko: '키 문서를 읽을 수 없습니다.', en: 'The key document cannot be read.' },
  'challenge-differs': { ko: '요구한 challenge와 다릅니다.', en: 'The challenge is not the one that was set.' },
  'domain-differs': { ko: '요구한 domain과 다릅니다.', en: 'The domain is not the one that was set.' },
  'holder-differs': { ko: '서명한 사람이 소지자가 아닙니다.', en: 'The presentation is not signed by its holder.' },
  'self-asserted': {
    ko: '서명이 없는 증명은 소지자 자신이 발급자여야 합니다.',
    en: 'A credential without a proof must be issued by the holder who signs.',
  },
  revoked: { ko: '발급이 취소되었습니다.', en: 'It has been revoked.' },
  suspended: { ko: '효력이 정지되었습니다.', en: 'It has been suspended.' },
  superseded: { ko: '새 증명이 있습니다.', en: 'There is a newer credential.' },
  'not-yet-valid': { ko: '유효기간이 아직 시작하지 않았습니다.', en: 'It is not valid yet.' },
  expired: { ko: '유효기간이 끝났습니다.', en: 'It has expired.' },
  'status-list-unreachable': { ko: '상태 목록을 받아 오지 못했습니다.', en: 'The status list could not be fetched.' },
  'status-list-malformed': { ko: '상태 목록을 읽을 수 없습니다.', en: 'The status list cannot be read.' },
  'status-list-untrusted': {
    ko: '상태 목록의 서명이 맞지 않습니다.',
    en: 'The status list’s own signature does not hold.',
  },
  'status-list-of-another-issuer': { ko: '다른 발급자의 상태 목록입니다.', en: 'The status list is another issuer’s.' },
  'status-list-expired': { ko: '상태 목록이 오래되었습니다.', en: 'The status list is out of date.' },
  'status-purpose-mismatch': { ko: '상태 목록의 목적이 다릅니다.', en: 'The status list is for another purpose.' },
  'status-index-out-of-range': { ko: '상태 목록에 없는 자리입니다.', en: 'The status list has no such place.' },
  'status-type-unknown': { ko: '지원하지 않는 상태 방식입니다.', en: 'The kind of status is not supported.' },
  'status-purpose-unknown': { ko: '알 수 없는 상태 목적입니다.', en: 'The purpose of the status is not known.' },
}

/** The code itself where there is no sentence, so that nothing is left unsaid. */
export const sentenceOf = (code: string, language: Language): string =>
  ({ ...REASONS, ...RULES })[code]?.[language] ?? code

/** Every code with its sentences, for the proof that none lacks one. */
export const SENTENCES: ReadonlyMap<string, Sentence> = new Map(Object.entries({ ...REASONS, ...RULES }))
