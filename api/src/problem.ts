// How a refusal looks on the wire: RFC 9457 problem details with a stable code.
import { z } from 'zod'

export const ProblemFault = z.object({
  /** JSON Pointer into the request body, as in `#/recipients/3/email`. */
  pointer: z.string(),
  code: z.string(),
  detail: z.string(),
})
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(ProblemFault).optional(),
})
export type Problem = z.infer<typeof Problem>
export type ProblemFault = z.infer<typeof ProblemFault>

/** Every refusal the API can give: stable code, HTTP status, sentence for people in both languages. */
export const PROBLEMS = {
  'request-invalid': [422, '입력값을 확인해 주세요.', 'Some values are not valid.'],
  'body-not-json': [400, '본문이 올바른 JSON이 아닙니다.', 'The body is not valid JSON.'],
  'body-too-large': [413, '보낸 내용이 너무 큽니다.', 'The request body is too large.'],
  'media-type-unsupported': [415, '지원하지 않는 형식입니다.', 'This content type is not supported.'],
  'signed-out': [401, '로그인이 필요합니다.', 'Please sign in or send a valid API key.'],
  'not-allowed': [403, '이 작업을 할 권한이 없습니다.', 'Your role does not allow this.'],
  'origin-foreign': [403, '다른 사이트에서 보낸 요청은 받지 않습니다.', 'Requests from other sites are refused.'],
  'not-found': [404, '찾을 수 없습니다.', 'Not found.'],
  'method-not-allowed': [405, '지원하지 않는 요청 방식입니다.', 'This method is not supported here.'],
  'idempotency-key-reused': [
    422,
    '같은 Idempotency-Key로 다른 내용을 보냈습니다.',
    'This Idempotency-Key was already used with another body.',
  ],
  'idempotency-key-invalid': [400, 'Idempotency-Key가 올바르지 않습니다.', 'The Idempotency-Key header is not valid.'],
  'rate-limited': [
    429,
    '요청이 너무 많습니다. 잠시 후 다시 시도해 주세요.',
    'Too many requests. Please try again shortly.',
  ],
  'database-unavailable': [
    503,
    '잠시 후 다시 시도해 주세요. 데이터베이스에 연결하지 못했습니다.',
    'The database is not reachable. Please try again shortly.',
  ],
  draining: [503, '서버가 종료되는 중입니다.', 'The server is shutting down.'],
  internal: [
    500,
    '문제가 생겼습니다. 요청 번호와 함께 알려 주세요.',
    'Something went wrong. Please report the request id.',
  ],
  'sign-in-invalid': [422, '링크나 코드가 맞지 않거나 만료되었습니다.', 'The link or code is wrong or has expired.'],
  'mail-unavailable': [
    503,
    '지금은 메일을 보낼 수 없습니다. 잠시 후 다시 시도해 주세요.',
    'Mail cannot be sent right now. Please try again shortly.',
  ],
  'brand-kit-default': [
    409,
    '기관의 기본 브랜드는 삭제할 수 없습니다.',
    'The institution’s own brand kit cannot be removed.',
  ],
  'brand-kits-full': [409, '브랜드를 더 만들 수 없습니다.', 'No more brand kits can be made.'],
  'slug-taken': [409, '이미 쓰이는 주소입니다.', 'This address is already in use.'],
  'name-taken': [
    409,
    '같은 이름의 기관이 이미 있습니다. 맞는 기관이라면 운영자에게 확인을 요청해 주세요.',
    'An institution of this name exists already. If it is yours, ask the operator to confirm it.',
  ],
  'name-confirmed': [
    409,
    '확인된 기관의 이름은 운영자만 바꿀 수 있습니다.',
    'Only the operator can change the name of a confirmed institution.',
  ],
  'member-exists': [409, '이미 등록된 구성원입니다.', 'This person is already a member.'],
  'last-owner': [409, '마지막 소유자는 바꿀 수 없습니다.', 'The last owner cannot be changed or removed.'],
  'achievement-unknown': [422, '없는 배지입니다.', 'There is no such achievement.'],
  'achievement-not-published': [409, '아직 게시하지 않은 배지입니다.', 'This achievement is not published yet.'],
  'achievement-retired': [409, '사용을 종료한 배지입니다.', 'This achievement has been retired.'],
  'achievement-not-draft': [
    409,
    '지금 상태에서는 할 수 없습니다.',
    'The achievement is not in a state that allows this.',
  ],
  'edit-conflict': [
    409,
    '다른 사람이 먼저 고쳤습니다. 새로 고침한 뒤 다시 저장해 주세요.',
    'Somebody else saved first. Reload and save again.',
  ],
  'design-invalid': [422, '디자인을 확인해 주세요.', 'The design is not valid.'],
  'design-not-ready': [
    422,
    '게시하기 전에 고쳐야 할 것이 있습니다.',
    'Something must be mended before this can be published.',
  ],
  'design-in-use': [409, '배지에서 쓰고 있는 디자인입니다.', 'An achievement uses this design.'],
  'design-unknown': [422, '없는 디자인입니다.', 'There is no such design.'],
  'design-not-published': [409, '아직 게시하지 않은 디자인입니다.', 'This design is not published yet.'],
  'picture-invalid': [422, '사용할 수 없는 이미지입니다.', 'This picture cannot be used.'],
  'roster-unreadable': [422, '명단 파일을 읽을 수 없습니다.', 'The roster cannot be read.'],
  'roster-empty': [422, '명단이 비어 있습니다.', 'The roster is empty.'],
  'roster-too-long': [422, '한 번에 20,000명까지 올릴 수 있습니다.', 'A roster may have at most 20,000 rows.'],
  'recipients-invalid': [422, '받는 사람 정보를 확인해 주세요.', 'Some recipients are not valid.'],
  'not-yet-issued': [409, '아직 발급이 끝나지 않은 증명입니다.', 'This credential has not been issued yet.'],
  'already-revoked': [409, '이미 발급이 취소된 증명입니다.', 'This credential was already revoked.'],
  'already-suspended': [409, '이미 일시 정지된 증명입니다.', 'This credential is suspended already.'],
  'nothing-to-replace': [422, '바뀐 내용이 없습니다.', 'Nothing would change.'],
  'not-suspended': [409, '일시 정지된 증명이 아닙니다.', 'This credential is not suspended.'],
  'batch-not-retryable': [409, '다시 시도할 것이 없습니다.', 'There is nothing to retry.'],
  'rule-invalid': [422, '규칙을 확인해 주세요.', 'The rule is not valid.'],
  'rule-unfit': [422, '이 규칙은 게시할 수 없습니다.', 'This rule cannot be published.'],
  'holdings-invalid': [422, '보유 배지 목록을 확인해 주세요.', 'The holdings are not valid.'],
  'evaluation-refused': [422, '이 규칙으로는 계산할 수 없습니다.', 'The rule cannot be evaluated on these holdings.'],
  'pathway-exists': [
    409,
    '이 배지로 가는 마이크로디그리가 이미 있습니다.',
    'A micro-degree leads to this achievement already.',
  ],
  'pathway-not-published': [409, '아직 게시하지 않은 마이크로디그리입니다.', 'This micro-degree is not published yet.'],
  'learner-unknown': [422, '명부에 없는 학습자입니다.', 'There is no such learner.'],
  'not-enrolled': [409, '등록하지 않은 학습자입니다.', 'The learner is not enrolled.'],
  'degree-incomplete': [409, '아직 요건을 충족하지 못했습니다.', 'The requirements are not met.'],
  'degree-decided': [409, '이미 결정되었습니다.', 'This has been decided already.'],
  'articulation-repeated': [
    422,
    '같은 배지와 교과목이 두 번 적혀 있습니다.',
    'The same badge counts as the same course twice.',
  ],
  'recognition-closed': [409, '지금은 신청을 받지 않습니다.', 'No applications are taken now.'],
  'recognition-waiting': [
    409,
    '이미 신청하여 심사를 기다리고 있습니다.',
    'An application is waiting for its decision already.',
  ],
  'recognition-empty': [422, '인정받을 배지를 골라 주세요.', 'Choose at least one badge.'],
  'recognition-too-large': [422, '신청에 담은 것이 너무 많습니다.', 'The application holds too much.'],
  'recognition-not-waiting': [
    409,
    '심사를 기다리는 신청이 아닙니다.',
    'This application is not waiting for a decision.',
  ],
  'recognition-invalid': [422, '심사 내용을 확인해 주세요.', 'The decision is not complete.'],
  'verification-input-missing': [
    422,
    '확인할 링크, 파일 또는 JSON을 넣어 주세요.',
    'Send a url, a credential or a file to verify.',
  ],
} as const satisfies Record<string, readonly [number, string, string]>
export type ProblemCode = keyof typeof PROBLEMS
