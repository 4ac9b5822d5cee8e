// `kolleges verify`: each input is read, its needs are gathered, the credentials package judges, the verdict becomes the exit code.
import { parseArgs } from 'node:util'
import { type Json, needsOf, parseCredential, readInput, type VerificationResult, verify } from '@kolleges/credentials'
import { gather } from '../gather.ts'
import { load } from '../load.ts'
import { type Language, report, sentence } from '../report.ts'

export const EXIT = { valid: 0, notValid: 1, unknown: 2 } as const

type Options = { json: boolean; trust: readonly string[]; at: string; language: Language }
type Outcome = Pick<VerificationResult, 'verdict' | 'checks'> & {
  document?: Json | undefined
  title?: string | undefined
  because?: string
}

export const verifyCommand = async (words: readonly string[]): Promise<number> => {
  const parsed = readWords(words)
  if ('fault' in parsed) {
    process.stderr.write(`kolleges verify: ${parsed.fault}\n`)
    return EXIT.unknown
  }
  let code: number = EXIT.valid
  for (const input of parsed.inputs) {
    const outcome = await verifyInput(input, parsed.options)
    process.stdout.write(
      parsed.options.json
        ? `${JSON.stringify(asLine(input, outcome))}\n`
        : report(input, outcome, parsed.options.language),
    )
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

const readWords = (words: readonly string[]): { inputs: string[]; options: Options } | { fault: string } => {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        trust: { type: 'string', multiple: true, default: [] },
        at: { type: 'string' },
        lang: { type: 'string' },
      },
    })
    if (positionals.length === 0) return { fault: 'name at least one file or link' }
    const at = values.at ?? new Date().toISOString().replace(/\.\d+Z$/, 'Z')
    if (Number.isNaN(Date.parse(at))) return { fault: `--at ${at} is not an instant such as 2026-11-23T00:00:00Z` }
    if (values.lang !== undefined && values.lang !== 'ko' && values.lang !== 'en')
      return { fault: '--lang is ko or en' }
    const language = values.lang ?? (/^ko/.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'ko' : 'en')
    return { inputs: positionals, options: { json: values.json, trust: values.trust, at, language } }
  } catch (error) {
    return { fault: (error as Error).message }
  }
}

const verifyInput = async (input: string, options: Options): Promise<Outcome> => {
  const loaded = await load(input)
  if (loaded.outcome === 'refused')
    return { verdict: 'unreadable', checks: [{ check: 'format', outcome: 'inconclusive' }], because: loaded.reason }
  const read = readInput(loaded.bytes)
  if (read.outcome === 'refused')
    return { verdict: 'unreadable', checks: [{ check: 'format', outcome: 'failed' }], because: read.reason }
  if (read.form !== 'json')
    return {
      verdict: 'unreadable',
      checks: [{ check: 'format', outcome: 'failed' }],
      because: 'proof-format-not-supported',
    }
  const parsed = parseCredential(read.value)
  const material = await gather(
    parsed.outcome === 'parsed' ? needsOf(parsed.credential) : { issuers: [], statusLists: [] },
    options.trust,
  )
  const result = await verify(read.value, material, { at: options.at })
  return {
    verdict: result.verdict,
    checks: result.checks,
    document: result.credential ? read.value : undefined,
    title: result.credential && titleOf(result.credential),
  }
}

const titleOf = (credential: NonNullable<VerificationResult['credential']>): string =>
  [
    credential.subject.achievement?.name ?? credential.name,
    credential.subject.name,
    credential.issuer.name ?? credential.issuer.id,
  ]
    .filter(Boolean)
    .join(' · ')

const asLine = (file: string, { verdict, checks, document, because }: Outcome) => ({
  file,
  verdict,
  checks,
  ...(because ? { because, message: sentence(because, 'en') } : {}),
  ...(document === undefined ? {} : { credential: document }),
})
