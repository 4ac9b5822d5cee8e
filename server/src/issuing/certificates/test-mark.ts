/** Says on the page itself that a certificate is a test, as its credential does inside (decision 0002). */
import { type DesignDocument, type Element, PAGES } from '@kolleges/design'

export function markedAsTest(document: DesignDocument): DesignDocument {
  const { width, margin } = PAGES[document.page]
  const box = { x: width / 2 - WIDTH_MM / 2, y: margin, width: WIDTH_MM, height: HEIGHT_MM }
  const mark: Element[] = [
    { kind: 'shape', id: 'test-mark-ground', shape: 'rectangle', radius: HEIGHT_MM / 2, ...box, fill: '#9b1c1c' },
    {
      ...{ kind: 'text', id: 'test-mark', ...box, text: '시험 발급 · TEST', face: 'sans', weight: 700 },
      ...{ size: 3.8, align: 'middle', valign: 'middle', colour: '#ffffff' },
    },
  ]
  return { ...document, elements: [...document.elements.filter(({ id }) => !id.startsWith('test-mark')), ...mark] }
}

const WIDTH_MM = 44
const HEIGHT_MM = 7
