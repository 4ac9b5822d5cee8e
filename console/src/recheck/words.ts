// What the server lends for the answer, in the language of the page.
import type { Verdict } from '@kolleges/credentials'

export type Words = {
  readonly language: 'ko' | 'en'
  readonly names: Readonly<Record<string, string>>
  readonly outcomes: Readonly<Record<string, string>>
  readonly reasons: Readonly<Record<string, string>>
  readonly details: Readonly<Record<string, string>>
  /** SVG, by outcome. */
  readonly icons: Readonly<Record<string, string>>
  readonly looks: Readonly<Record<Verdict, { readonly headline: string; readonly tone: string; readonly icon: string }>>
  /** With `{time}`, `{verdict}` and `{reason}` to be filled in. */
  readonly say: Readonly<Record<Said, string>>
}

export type Said = 'title' | 'intro' | 'same' | 'differs' | 'worse' | 'unable' | 'server'
