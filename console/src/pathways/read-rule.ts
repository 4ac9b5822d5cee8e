// What the rule being edited says, and what is wrong with it, while it is typed.
import { describeRule, faultText, lint, parseRule, type Rule, type RuleLine, type Titles } from '@kolleges/requirements'
import type { Language } from '../language/language.ts'
import { type Block, blockAround, type Kind } from './rule-tree.ts'

export interface Reading {
  /** Null while it cannot be read. */
  readonly rule: Rule | null
  readonly lines: readonly RuleLine[]
  /** Each with the block in which it lies. */
  readonly faults: readonly { readonly path: string; readonly kind: Kind; readonly text: string }[]
}

/** The server looks again at what is published, and knows more: which badges exist, what other micro-degrees require. */
export function readRule(rule: Block, goal: string, language: Language, titles: Titles): Reading {
  const parsed = parseRule(rule)
  const faults = parsed.outcome === 'refused' ? parsed.faults : lint(parsed.rule, { self: goal })
  return {
    rule: parsed.outcome === 'parsed' ? parsed.rule : null,
    lines: parsed.outcome === 'parsed' ? describeRule(parsed.rule, language, titles) : [],
    faults: faults.map(({ path, code }) => {
      const { pointer, kind } = blockAround(rule, path)
      return { path: pointer, kind, text: faultText(code, language) }
    }),
  }
}
