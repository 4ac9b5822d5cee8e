/** Lays out whom to annotate with what on diplomas and transcripts, as a registrar enters it. */
import { seoulDay } from '../platform/dates.ts'
import type { Annotated } from './store.ts'

export const ANNOTATION_COLUMNS = [
  '학번',
  '성명',
  '영문 성명',
  '학과',
  '이메일',
  '마이크로디그리',
  '영문 명칭',
  '인정 학점',
  '인정 배지',
  '수여일',
  '발급번호',
  '상태',
  '학위기 기재',
  '학적부 기재',
  '기재 문구',
  '영문 기재 문구',
] as const

export type AnnotationFacts = {
  readonly title: { readonly ko: string; readonly en: string }
  /** By version: where the rule says that the degree is entered. */
  readonly annotationsOf: (version: number) => readonly ('diploma' | 'transcript')[]
}

export const annotationRows = (
  annotated: readonly Annotated[],
  { title, annotationsOf }: AnnotationFacts,
): string[][] =>
  annotated.map((one) => {
    const entered = annotationsOf(one.version)
    const day = one.awardedAt ? seoulDay(one.awardedAt) : (one.awardOn ?? '')
    return [
      one.studentNumber ?? '',
      one.name,
      one.nameEn ?? '',
      one.department ?? '',
      one.email,
      title.ko,
      title.en,
      String(one.credits),
      one.parts.join(', '),
      day,
      one.number ?? '',
      one.isFlagged ? '검토 필요' : one.state === 'awarded' ? '수여됨' : '수여 예정',
      entered.includes('diploma') ? '기재' : '',
      entered.includes('transcript') ? '기재' : '',
      `${title.ko} 이수 (${one.credits}학점, ${day})`,
      `Completed ${title.en} (${one.credits} credits, ${day})`,
    ]
  })
