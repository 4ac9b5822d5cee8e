// What an element is called in lists and aloud: its own name, else its words, else its kind.
import { type Element, findVariable, ICONS, ORNAMENTS } from '@kolleges/design'
import { tokensOf } from './tokens.ts'
import type { words } from './words.ts'

type Say = (typeof words)['ko']
type Language = 'ko' | 'en'

const SHOWN_MAX = 28

export function elementName(element: Element, say: Say, language: Language): string {
  if (element.name) return element.name
  switch (element.kind) {
    case 'text':
      return shortened(wordsOf(element.text, language)) || say.kinds.text
    case 'icon':
      return labelled(say.kinds.icon, ICONS.find(({ name }) => name === element.icon)?.label[language])
    case 'ribbon':
      return ORNAMENTS.find(({ name }) => name === element.ribbon)?.label[language] ?? say.kinds.ribbon
    case 'image':
      return labelled(say.kinds.image, element.variable && variableName(element.variable, language))
    case 'seal':
      return element.institution === 1 ? say.kinds.seal : `${say.kinds.seal} ${element.institution}`
    case 'shape':
      return say.shapes[element.shape]
    default:
      return say.kinds[element.kind]
  }
}

const labelled = (kind: string, label: string | undefined): string => (label ? `${kind} · ${label}` : kind)

export const variableName = (name: string, language: Language): string =>
  findVariable(name)?.label[language] ?? name.replace(/^custom\./, '')

/** The text with its variables by name: 위 사람은 {과정명}을 …. */
export function wordsOf(text: string, language: Language): string {
  let [shown, at] = ['', 0]
  for (const { from, to, name } of tokensOf(text)) {
    shown += `${text.slice(at, from)}{${variableName(name, language)}}`
    at = to
  }
  return (shown + text.slice(at))
    .replace(/\[\[|\]\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const shortened = (text: string): string => {
  const characters = [...text]
  return characters.length > SHOWN_MAX ? `${characters.slice(0, SHOWN_MAX - 1).join('')}…` : text
}
