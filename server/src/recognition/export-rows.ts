/** Lays recognised credits out as rows for a student information system. */
import { seoulDay } from '../platform/dates.ts'
import type { Recognition } from './recognition.ts'

export const EXPORT_COLUMNS = [
  '학번',
  '성명',
  '이메일',
  '교과목코드',
  '교과목명',
  '인정학점',
  '인정구분',
  '근거배지',
  '발급기관',
  '사유',
  '결정일',
  '결정자',
  '신청번호',
] as const

const OUTCOMES = { accepted: '인정', partly: '일부인정' } as const

/** One row for each badge that was recognised. */
export const exportRows = (recognitions: readonly Recognition[]): string[][] =>
  recognitions.flatMap(({ id, applicant, items, decidedAt, decidedBy }) =>
    items.flatMap(({ outcome, course, credits, name, issuer, reason }) =>
      outcome === null || outcome === 'refused'
        ? []
        : [
            [
              applicant.number ?? '',
              applicant.name,
              applicant.email,
              course?.code ?? '',
              course?.name ?? '',
              String(credits),
              OUTCOMES[outcome],
              name,
              issuer,
              reason ?? '',
              decidedAt ? seoulDay(decidedAt) : '',
              decidedBy ?? '',
              id,
            ],
          ],
    ),
  )
