/** Makes documents of every kind, for properties that must hold of all of them. */
import fc from 'fast-check'
import type { DesignDocument, Element } from '../src/document.ts'
import { EXAMPLES } from '../src/examples.ts'

const measure = fc.integer({ min: -100, max: 3000 }).map((value) => value / 10)
const length = fc.integer({ min: 10, max: 1500 }).map((value) => value / 10)
const colour = fc.constantFrom('primary', 'ink', 'gilt', '#336699') as fc.Arbitrary<
  Element extends { colour: infer C } ? C : 'ink'
>
const words = fc.string({
  unit: fc.constantFrom(...'위 사람은 AI Data 2026 {{이름}} 성실히 이수하였으므로\n'),
  maxLength: 80,
})

type Unnamed<T> = T extends Element ? Omit<T, 'id' | 'x' | 'y' | 'width' | 'height'> : never

const kinds: fc.Arbitrary<Unnamed<Element>> = fc.oneof(
  fc.record({
    kind: fc.constant('shape' as const),
    shape: fc.constantFrom('rectangle' as const, 'ellipse' as const),
    fill: colour,
  }),
  fc.record({ kind: fc.constant('line' as const), stroke: colour, strokeWidth: length }),
  fc.record({ kind: fc.constant('icon' as const), icon: fc.constantFrom('star' as const, 'cap' as const), colour }),
  fc.record({
    kind: fc.constant('ribbon' as const),
    ribbon: fc.constantFrom('deco' as const, 'laurel' as const, 'waves' as const),
    colour,
    second: colour,
  }),
  fc.record(
    {
      kind: fc.constant('image' as const),
      variable: fc.constantFrom('institution1.logo', 'institution2.symbol'),
      when: fc.constantFrom('institution1.logo', '!institution1.logo'),
      hidden: fc.constant(true as const),
    },
    { requiredKeys: ['kind', 'variable'] },
  ),
  fc.record({ kind: fc.constant('badge' as const), design: fc.constantFrom(...EXAMPLES) }),
  fc.record({ kind: fc.constant('qr' as const), text: fc.constant('{{credential.url}}'), colour }),
  fc.record({ kind: fc.constant('seal' as const), institution: fc.constantFrom(1 as const, 2 as const, 3 as const) }),
  fc.record({
    kind: fc.constant('path' as const),
    d: fc.constant('M0 0L10 10H5Z'),
    grid: fc.constant(10),
    stroke: colour,
  }),
  fc.record(
    {
      kind: fc.constant('text' as const),
      text: words,
      face: fc.constantFrom('sans' as const, 'serif' as const),
      weight: fc.constantFrom(400 as const, 700 as const),
      size: fc.integer({ min: 2, max: 30 }),
      sizeMin: fc.integer({ min: 2, max: 4 }),
      linesMax: fc.integer({ min: 1, max: 6 }),
      lineHeight: fc.constantFrom(1, 1.5, 2),
      tracking: fc.constantFrom(0, 0.05, 0.5),
      align: fc.constantFrom('start' as const, 'middle' as const, 'end' as const),
      valign: fc.constantFrom('top' as const, 'middle' as const, 'bottom' as const),
      colour,
      spread: fc.boolean(),
      vertical: fc.boolean(),
    },
    { requiredKeys: ['kind', 'text', 'face', 'weight', 'size', 'align', 'colour'] },
  ),
)

const placed = (inner: fc.Arbitrary<object>): fc.Arbitrary<Element> =>
  fc
    .record({ inner, x: measure, y: measure, width: length, height: length })
    .map(({ inner: kind, ...box }) => ({ ...kind, ...box, id: 'unnamed' }) as Element)

const leaf = placed(kinds)
const group = placed(
  fc.record(
    {
      kind: fc.constant('group' as const),
      elements: fc.array(leaf, { minLength: 1, maxLength: 3 }),
      stack: fc.constant({ gap: 2 }),
    },
    { requiredKeys: ['kind', 'elements'] },
  ),
)

/** Names elements e1, e2, … in reading order. */
function named(elements: readonly Element[], next = { id: 1 }): Element[] {
  return elements.map((element) => {
    const id = `e${next.id++}`
    return element.kind === 'group' ? { ...element, id, elements: named(element.elements, next) } : { ...element, id }
  })
}

export const anyDocument: fc.Arbitrary<DesignDocument> = fc
  .record({
    page: fc.constantFrom('badge' as const, 'a4-portrait' as const, 'wide' as const),
    language: fc.constantFrom('ko' as const, 'en' as const),
    elements: fc.array(fc.oneof({ weight: 4, arbitrary: leaf }, { weight: 1, arbitrary: group }), {
      minLength: 1,
      maxLength: 6,
    }),
  })
  .map(({ elements, ...rest }) => ({
    version: 1,
    title: '수료증 {{이름}}',
    primary: '#1f3a8a',
    accent: '#e0a526',
    ground: 'ivory',
    ...rest,
    elements: named(elements),
  }))
