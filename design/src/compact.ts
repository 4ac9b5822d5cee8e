/** Leaves out of a badge's document what cannot be read below 96 px. */
import { type DesignDocument, type Element, elementsOf } from './document.ts'

/** Its texts. A document of nothing but words keeps them: an empty picture tells less than a small one. */
export function compactDocument(document: DesignDocument): DesignDocument {
  const isDrawn = [...elementsOf(document.elements)].some(({ kind }) => kind !== 'text' && kind !== 'group')
  return isDrawn ? { ...document, elements: withoutTexts(document.elements) } : document
}

const withoutTexts = (elements: readonly Element[]): readonly Element[] =>
  elements
    .filter(({ kind }) => kind !== 'text')
    .map((element) => (element.kind === 'group' ? { ...element, elements: withoutTexts(element.elements) } : element))
