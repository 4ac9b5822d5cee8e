/** Fills a document's variables from one person's data. */
import type { BadgeDesign } from './badge-design.ts'
import { dayInWords } from './day.ts'
import type { DesignDocument, Element } from './document.ts'
import { drawable } from './draft.ts'
import { isLatinName } from './english-name.ts'
import type { Language } from './language.ts'
import { BOUND_VALUE_CHARACTERS_MAX } from './limits.ts'
import { undrawable } from './metrics.ts'
import { isParticlePair, withParticle } from './particle.ts'
import type { Picture, Scene } from './scene.ts'
import { findVariable, keyOf } from './variables.ts'

/** What is known of one award: by key, by label, or by the name of a roster's own column. Nothing has been checked yet. */
export type BindingData = {
  readonly values: Readonly<Record<string, string>>
  readonly badge?: BadgeDesign
  /** The badge as it is drawn, where it is a document of its own and no template. */
  readonly badgeScene?: Scene
  /** By variable, such as `institution1.seal`, or by the content key of a stored picture. */
  readonly pictures?: Readonly<Record<string, Picture>>
}

export type Missing = { readonly element: string; readonly variable: string }
export type Undrawn = { readonly variable: string; readonly characters: readonly string[] }

export type Bound = {
  /** The document with every text final and only those elements that are drawn. */
  readonly document: DesignDocument
  readonly data: BindingData
  /** Variables without a value, outside optional passages. */
  readonly missing: readonly Missing[]
  /** Values with characters no font has: they were left out. */
  readonly undrawn: readonly Undrawn[]
}

export type BindOptions = {
  /** What stands in place of a missing value: nothing, or its name for an editor to show. */
  readonly missing?: 'blank' | 'label'
}

/** Values are composed, put on one line and cut at a limit; the document must have been parsed. */
export function bind(document: DesignDocument, data: BindingData, { missing = 'blank' }: BindOptions = {}): Bound {
  const filler = createFiller(data, document.language, missing)
  const elements = document.elements.flatMap((element) => bindElement(element, filler))
  const title = filler.fill(document.title, 'title')
  return { document: { ...document, title, elements }, data, missing: filler.missing, undrawn: filler.undrawn }
}

/** Every variable a document asks for, as its key, in reading order; optional ones are marked. */
export function variablesOf(document: DesignDocument): { readonly key: string; readonly isOptional: boolean }[] {
  const found = new Map<string, boolean>()
  const note = (name: string, isOptional: boolean) => {
    const key = keyOf(name)
    found.set(key, (found.get(key) ?? true) && isOptional)
  }
  const noteText = (text: string, isOptional: boolean) => {
    for (const { passage, isOptional: inPassage } of passagesOf(text))
      for (const [, name] of passage.matchAll(VARIABLE)) note(name!.trim(), isOptional || inPassage)
  }
  const visit = (element: Element, isOptional: boolean): void => {
    const whenOptional = isOptional || element.when !== undefined
    if (element.when && !element.when.startsWith('!')) note(element.when, true)
    if (element.kind === 'text' || element.kind === 'qr') noteText(element.text, whenOptional)
    if (element.kind === 'image' && element.variable) note(element.variable, true)
    if (element.kind === 'seal') note(`institution${element.institution}.seal`, true)
    if (element.kind === 'group') for (const child of element.elements) visit(child, whenOptional)
  }
  for (const element of document.elements) visit(element, false)
  noteText(document.title, false)
  return [...found].map(([key, isOptional]) => ({ key, isOptional }))
}

const VARIABLE = /\{\{([^{}|]+)(?:\|([^{}|]+))?\}\}/g

/** Between double brackets stands what is left out as a whole when one of its variables has no value. */
const PASSAGE = /\[\[([\s\S]*?)\]\]/g

function passagesOf(text: string): { passage: string; isOptional: boolean }[] {
  return text.split(PASSAGE).map((passage, i) => ({ passage, isOptional: i % 2 === 1 }))
}

type Filler = {
  readonly has: (variable: string) => boolean
  readonly fill: (text: string, element: string) => string
  readonly missing: Missing[]
  readonly undrawn: Undrawn[]
}

function createFiller(data: BindingData, language: Language, whenMissing: 'blank' | 'label'): Filler {
  const values = new Map<string, string>()
  const undrawn: Undrawn[] = []
  for (const [name, given] of Object.entries(data.values)) {
    const value = drawable(cut(given))
    const characters = undrawable(given.toWellFormed().normalize('NFC').replace(/\s+/g, ' '))
    if (characters.length > 0) undrawn.push({ variable: keyOf(name), characters })
    if (value !== '') values.set(keyOf(name), value)
  }
  for (const institution of ['institution1', 'institution2', 'institution3']) dropNameFromTitle(values, institution)
  const missing: Missing[] = []
  const has = (name: string) => values.has(keyOf(name)) || data.pictures?.[keyOf(name)] !== undefined
  const put = (name: string, style: string | undefined, element: string): string => {
    const value = values.get(keyOf(name)) ?? standIn(keyOf(name), values)
    if (value !== undefined) return styled(value, name, style, language)
    missing.push({ element, variable: keyOf(name) })
    return whenMissing === 'label' ? `〔${findVariable(name)?.label[language] ?? name}〕` : ''
  }
  const fill = (text: string, element: string): string =>
    passagesOf(text)
      .map(({ passage, isOptional }) => {
        const names = [...passage.matchAll(VARIABLE)].map((match) => match[1]!.trim())
        if (isOptional && !names.every(has)) return ''
        return passage.replace(VARIABLE, (_, name: string, style?: string) => put(name.trim(), style?.trim(), element))
      })
      .join('')
  return { has, fill, missing, undrawn }
}

/** Only where the English name is asked for: what a document can do without is not said twice. */
function standIn(key: string, values: ReadonlyMap<string, string>): string | undefined {
  const name = key === 'learner.nameEnglish' ? values.get('learner.name') : undefined
  return name !== undefined && isLatinName(name) ? name : undefined
}

/** Templates put the institution's name before the title; where a title holds the name itself it would stand there twice. */
function dropNameFromTitle(values: Map<string, string>, institution: string): void {
  for (const [name, title] of [
    [`${institution}.name`, `${institution}.headTitle`],
    [`${institution}.nameEnglish`, `${institution}.headTitleEnglish`],
  ] as const) {
    const [before, written] = [values.get(name), values.get(title)]
    const alone = before && written?.startsWith(`${before} `) ? written.slice(before.length).trim() : ''
    if (alone !== '') values.set(title, alone)
  }
}

function cut(value: string): string {
  const characters = [...value]
  if (characters.length <= BOUND_VALUE_CHARACTERS_MAX) return value
  return `${characters.slice(0, BOUND_VALUE_CHARACTERS_MAX - 1).join('')}…`
}

/** A date is written out in the document's language, or in the one named; a particle is chosen by the value before it. */
function styled(value: string, name: string, style: string | undefined, language: Language): string {
  const isDate = findVariable(name)?.kind === 'date'
  const inLanguage = style === 'ko' || style === 'en' ? style : language
  const shown = isDate ? dayInWords(value, inLanguage) : value
  if (style && isParticlePair(style)) return withParticle(shown, style)
  return style === 'upper' ? shown.toUpperCase() : shown
}

function bindElement(element: Element, filler: Filler): Element[] {
  if (element.hidden || !isWanted(element.when, filler)) return []
  switch (element.kind) {
    case 'text':
    case 'qr':
      return [{ ...element, text: filler.fill(element.text, element.id) }]
    case 'group':
      return [{ ...element, elements: element.elements.flatMap((child) => bindElement(child, filler)) }]
    default:
      return [element]
  }
}

/** `!variable` asks for the opposite: what stands in when there is none. */
function isWanted(when: string | undefined, { has }: Filler): boolean {
  if (!when) return true
  return when.startsWith('!') ? !has(when.slice(1)) : has(when)
}
