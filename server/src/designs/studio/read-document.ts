/** Reads a document that came from outside: what is wrong with it is told place by place, and nothing of it is kept. */
import { type DesignDocument, describeDesignFault, parseDocument } from '@kolleges/design'
import type { FieldFault, Language } from '../../platform/handler.ts'
import { type DesignKind, type FaultyRefusal, kindOf } from './design.ts'

export type ReadDocument =
  | { readonly outcome: 'read'; readonly document: DesignDocument }
  | FaultyRefusal<'design-invalid'>

export function readDocument(value: unknown, kind: DesignKind, language: Language): ReadDocument {
  const parsed = parseDocument(value)
  if (parsed.outcome === 'refused') {
    const errors = parsed.faults.map((fault) => ({
      pointer: `#/document${fault.path}`,
      code: fault.code,
      detail: describeDesignFault(fault, language),
    }))
    return invalid(errors)
  }
  if (kindOf(parsed.document) !== kind)
    return invalid([{ pointer: '#/document/page', code: 'page-not-of-kind', detail: NOT_OF_KIND[language] }])
  return { outcome: 'read', document: parsed.document }
}

const invalid = (errors: readonly FieldFault[]): FaultyRefusal<'design-invalid'> => ({
  outcome: 'refused',
  reason: 'design-invalid',
  errors,
})

const NOT_OF_KIND: Readonly<Record<Language, string>> = {
  ko: '배지 디자인에는 배지 판형만, 증서 디자인에는 증서 판형만 쓸 수 있습니다.',
  en: 'A badge takes the badge page, a certificate one of the other pages.',
}
