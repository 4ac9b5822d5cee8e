// `kolleges evaluate`: what a learner's badges amount to under a rule, without a server.
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { parseJsonStrict } from '@kolleges/credentials'
import { evaluate, type Fault, faultText, letterOf, parseHoldings, parseRule, traceOf } from '@kolleges/requirements'

const EXIT = { met: 0, missing: 1, refused: 2 } as const

export const evaluateCommand = async (words: readonly string[]): Promise<number> => {
  const asked = readWords(words)
  if ('fault' in asked) return refuse(asked.fault)
  const ruleText = await readJson(asked.rule)
  const holdingsText = await readJson(asked.holdings)
  if ('fault' in ruleText) return refuse(ruleText.fault)
  if ('fault' in holdingsText) return refuse(holdingsText.fault)
  const rule = parseRule(ruleText.value)
  if (rule.outcome === 'refused') return refuse(faultLines(asked.rule, rule.faults, asked.language))
  const held = parseHoldings(holdingsText.value)
  if (held.outcome === 'refused') return refuse(faultLines(asked.holdings, held.faults, asked.language))
  const result = evaluate(rule.rule, held.holdings, { at: asked.at, circumstances: held.circumstances })
  if (result.outcome === 'refused') return refuse(faultLines('--at', result.faults, asked.language))
  const { evaluation } = result
  const answer = {
    outcome: evaluation.outcome,
    credits: evaluation.credits,
    counted: evaluation.counted.map(({ achievement }) => achievement),
    trace: traceOf(evaluation, asked.language),
    text: letterOf(evaluation, asked.language),
  }
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
  return EXIT[evaluation.outcome]
}

type Asked = { rule: string; holdings: string; at: string; language: 'ko' | 'en' }

const readWords = (words: readonly string[]): Asked | { fault: string } => {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        rule: { type: 'string' },
        holdings: { type: 'string' },
        at: { type: 'string' },
        lang: { type: 'string' },
      },
    })
    if (!values.rule || !values.holdings) return { fault: 'name --rule FILE and --holdings FILE' }
    if (values.lang !== undefined && values.lang !== 'ko' && values.lang !== 'en')
      return { fault: '--lang is ko or en' }
    return {
      rule: values.rule,
      holdings: values.holdings,
      at: values.at ?? new Date().toISOString(),
      language: values.lang ?? 'ko',
    }
  } catch (error) {
    return { fault: (error as Error).message }
  }
}

const readJson = async (path: string): Promise<{ value: unknown } | { fault: string }> => {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return { fault: `${path}: there is no such file` }
  const parsed = parseJsonStrict(text)
  return parsed.outcome === 'parsed'
    ? { value: parsed.value }
    : { fault: `${path}: ${parsed.reason} at character ${parsed.at}` }
}

const faultLines = (file: string, faults: readonly Fault[], language: 'ko' | 'en'): string =>
  faults.map(({ path, code }) => `${file}#${path}: ${code}: ${faultText(code, language)}`).join('\n')

const refuse = (message: string): number => {
  process.stderr.write(`kolleges evaluate: ${message}\n`)
  return EXIT.refused
}
