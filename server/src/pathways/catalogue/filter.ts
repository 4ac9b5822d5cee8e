/** Decides which entries of a catalogue a visitor asked for. */
import { AchievementKind } from '@kolleges/api'
import { type Entry, MICRO_DEGREE } from './entry.ts'

export const CREDIT_STEPS = [1, 3, 6, 9, 12] as const

export type Filter = {
  readonly text: string
  /** A kind of badge, or micro-degrees; empty for all. */
  readonly kind: string
  readonly skill: string
  readonly level: string
  readonly creditsMin: number
  /** From 1. */
  readonly page: number
}

const TEXT_CHARACTERS_MAX = 100

/** As a stranger wrote it: what makes no sense is left out. */
export function filterOf(asked: URLSearchParams): Filter {
  const short = (name: string): string => (asked.get(name) ?? '').trim().slice(0, TEXT_CHARACTERS_MAX)
  const kind = short('kind')
  const credits = Number(asked.get('credits'))
  const page = Number(asked.get('page'))
  return {
    text: short('q').normalize('NFC'),
    kind: kind === MICRO_DEGREE || AchievementKind.safeParse(kind).success ? kind : '',
    skill: short('skill'),
    level: short('level'),
    creditsMin: (CREDIT_STEPS as readonly number[]).includes(credits) ? credits : 0,
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}

export const isFiltered = ({ text, kind, skill, level, creditsMin }: Filter): boolean =>
  [text, kind, skill, level].some((one) => one !== '') || creditsMin > 0

/** Every word must be found somewhere; case and composition make no difference. */
export function matching(entries: readonly Entry[], filter: Filter): Entry[] {
  const words = folded(filter.text).split(/\s+/).filter(Boolean)
  return entries.filter(
    (entry) =>
      (filter.kind === '' || entry.kind === filter.kind) &&
      (filter.skill === '' || entry.skills.includes(filter.skill)) &&
      (filter.level === '' || entry.level === filter.level) &&
      (entry.credits ?? 0) >= filter.creditsMin &&
      words.every((word) => folded(searched(entry)).includes(word)),
  )
}

const searched = ({ name, description, skills }: Entry): string => [name.ko, name.en, description, ...skills].join('\n')

const folded = (text: string): string => text.normalize('NFC').toLowerCase()

/** What there is to choose from, so that no choice leads nowhere by itself. */
export const choicesOf = (entries: readonly Entry[]) => ({
  kinds: distinct(entries.map(({ kind }) => kind)),
  skills: distinct(entries.flatMap(({ skills }) => skills)),
  levels: distinct(entries.flatMap(({ level }) => level ?? [])),
  hasCredits: entries.some(({ credits }) => (credits ?? 0) > 0),
})

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].sort((a, b) => a.localeCompare(b, 'ko'))
