// `kolleges verify`: each input is judged by the credentials package, the verdict becomes the exit code.
import { parseArgs } from 'node:util'
import type { VerificationResult } from '@kolleges/credentials'
import { explain } from '../explain.ts'
import { type Language, report, sentence } from '../report.ts'
import { fromFile, fromTheWeb, type Sources } from '../sources.ts'
import { type Outcome, verifyInput } from '../verify-input.ts'

export const EXIT = { valid: 0, notValid: 1, unknown: 2 } as const

type Options = {
  readonly form: 'report' | 'explain' | 'json'
  readonly sources: Sources
  readonly at: string
  readonly language: Language
}

export const verifyCommand = async (words: readonly string[]): Promise<number> => {
  const parsed = await readWords(words)
  if ('fault' in parsed) {
    process.stderr.write(`kolleges verify: ${parsed.fault}\n`)
    return EXIT.unknown
  }
  const { inputs, options } = parsed
  let code: number = EXIT.valid
  for (const input of inputs) {
    const outcome = await verifyInput(input, options.sources, options.at)
    process.stdout.write(told(input, outcome, options))
    code = worse(code, exitCodeOf(outcome.verdict))
  }
  return code
}

/** Not known is not valid: what could not be told has its own code, and a proven "no" outweighs it. */
export const exitCodeOf = (verdict: VerificationResult['verdict']): number =>
  verdict === 'valid'
    ? EXIT.valid
    : verdict === 'status_unknown' || verdict === 'issuer_unverified' || verdict === 'unreadable'
      ? EXIT.unknown
      : EXIT.notValid

const worse = (a: number, b: number): number =>
  a === EXIT.notValid || b === EXIT.notValid ? EXIT.notValid : Math.max(a, b)

const told = (input: string, outcome: Outcome, { form, language }: Options): string =>
  form === 'json'
    ? `${JSON.stringify(asLine(input, outcome))}\n`
    : report(input, outcome, language, form === 'explain' ? explain : undefined)

async function readWords(
  words: readonly string[],
): Promise<{ inputs: string[]; options: Options } | { fault: string }> {
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options: OPTIONS })
    if (positionals.length === 0) return { fault: 'name at least one file or link' }
    const at = values.at ?? new Date().toISOString().replace(/\.\d+Z$/, 'Z')
    if (Number.isNaN(Date.parse(at)) || !at.includes('T'))
      return { fault: `--at ${at} is not an instant such as 2026-11-23T00:00:00Z` }
    if (values.lang !== undefined && values.lang !== 'ko' && values.lang !== 'en')
      return { fault: '--lang is ko or en' }
    const language = values.lang ?? (/^ko/.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'ko' : 'en')
    const sources = values.material === undefined ? fromTheWeb(values.trust) : await fromFile(values.material)
    const form = values.json ? 'json' : values.explain ? 'explain' : 'report'
    return { inputs: positionals, options: { form, sources, at, language } }
  } catch (error) {
    return { fault: (error as Error).message }
  }
}

const OPTIONS = {
  json: { type: 'boolean', default: false },
  explain: { type: 'boolean', default: false },
  trust: { type: 'string', multiple: true, default: [] as string[] },
  material: { type: 'string' },
  at: { type: 'string' },
  lang: { type: 'string' },
} as const

const asLine = (
  file: string,
  { verdict, checks, proofs, agreement, inner, canonicalHash, credential, because }: Outcome,
) => ({
  file,
  verdict,
  checks,
  ...(proofs ? { proofs, agreement } : {}),
  ...(inner
    ? { inner: inner.map(({ path, relation, result }) => ({ path, relation, ...verdictAndChecks(result) })) }
    : {}),
  ...(canonicalHash ? { canonicalHash } : {}),
  ...(because ? { because, message: sentence(because, 'en') } : {}),
  ...(credential ? { credential: credential.json } : {}),
})

const verdictAndChecks = ({ verdict, checks }: VerificationResult) => ({ verdict, checks })
