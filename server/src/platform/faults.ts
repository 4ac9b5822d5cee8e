/** Turns a schema's complaints into the faults of a problem, in the reader's language. */
import type { z } from 'zod'
import { REQUIRED, wordsFor } from './fault-words.ts'
import type { FieldFault, Language } from './handler.ts'

const WORDS = { ko: wordsFor('ko'), en: wordsFor('en') }

export type Checked = { readonly value: unknown } | { readonly faults: readonly FieldFault[] }

/** `base` is the pointer of the whole value: `#`, `#/query` or `#/params`. */
export function check(schema: z.ZodType | undefined, value: unknown, base: string, language: Language): Checked {
  if (!schema) return { value: undefined }
  const parsed = schema.safeParse(value, { error: WORDS[language] })
  if (parsed.success) return { value: parsed.data }
  return { faults: parsed.error.issues.map((issue) => faultOf(issue, base)) }
}

const faultOf = (issue: z.core.$ZodIssue, base: string): FieldFault => ({
  pointer: [base, ...issue.path.map((part) => String(part).replace(/~/g, '~0').replace(/\//g, '~1'))].join('/'),
  code: codeOf(issue),
  detail: issue.message,
})

/** `invalid_type` of something absent is what people call required. */
const codeOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_type' && REQUIRED_SENTENCES.includes(issue.message)
    ? 'required'
    : issue.code.replaceAll('_', '-')

const REQUIRED_SENTENCES: readonly string[] = Object.values(REQUIRED)
