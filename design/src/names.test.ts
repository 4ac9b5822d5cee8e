import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bind } from './bind.ts'
import { CERTIFICATES } from './certificates.ts'
import { EXAMPLES } from './examples.ts'
import { layOut } from './layout.ts'
import { advanceOf, undrawable } from './metrics.ts'
import { preflight } from './preflight.ts'
import type { Shape } from './scene.ts'
import { sceneSvg } from './svg.ts'
import { setText } from './text-block.ts'
import { VARIABLES } from './variables.ts'

const DISORDER = 'Zoë\u0301\u0323 이'

/** Names as rosters bring them, with the characters no font of ours has. */
const NAMES: readonly [sentence: string, name: string, undrawn: readonly string[]][] = [
  ['sixty letters', '알렉산드라콘스탄티노풀루'.repeat(5), []],
  ['sixty wide Latin letters', 'W'.repeat(60), []],
  ['no space to break at', 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewiss', []],
  ['Hanja', '南宮金哈訥', []],
  ['rare Hanja', '李𠮷龘', ['𠮷', '龘']],
  ['emoji', '김하늘🎓👩‍🎓', ['🎓', '👩', '\u200d']],
  ['letters nobody assigned', '김\u0378\u{e0000}하', ['\u0378', '\u{e0000}']],
  ['right to left', 'محمد العلي', [...new Set('محمدالعلي')]],
  ['combining marks in disorder', DISORDER, undrawable(DISORDER.normalize('NFC'))],
  ['a half of a pair', '김\ud83d하늘', ['\ufffd']],
  ['lines and tabs', '김\n하\t늘\u2028별', []],
  ['markup', '<b>&"김\'</b>{{이름}}[[x]]', []],
  ['the old syllable that KS X 1001 lacks', '뷁뷁', []],
]

const sample = (language: 'ko' | 'en', name: string): Record<string, string> => ({
  ...Object.fromEntries(VARIABLES.map(({ key, sample: one }) => [key, one[language]])),
  'learner.name': name,
  'learner.nameEnglish': name,
})

/** Left and right end of what a shape writes. */
function reachOf(shape: Shape): [number, number][] {
  if (shape.kind !== 'text' && shape.kind !== 'glyphs') return []
  const { size, weight, face } = shape
  const width = (character: string) => (advanceOf(character, weight, face) ?? 1) * size
  if (shape.kind === 'glyphs') return shape.glyphs.map(({ character, x }) => [x, x + width(character)])
  const letters = [...shape.text]
  const total = letters.reduce((sum, letter) => sum + width(letter), 0) + (shape.tracking ?? 0) * (letters.length - 1)
  const left = shape.anchor === 'start' ? shape.x : shape.anchor === 'end' ? shape.x - total : shape.x - total / 2
  return [[left, left + total]]
}

for (const [nth, [sentence, name, undrawn]] of NAMES.entries())
  test(`a name with ${sentence} stays in its box, and nothing of it is lost unseen`, () => {
    // A third of the certificates each, so that every certificate meets several of the names.
    for (const { id, document } of CERTIFICATES.filter((_, i) => i % 3 === nth % 3)) {
      const bound = bind(document, { values: sample(document.language, name), badge: EXAMPLES[2]! })
      const layout = layOut(bound)
      for (const { element, box, fill } of layout.texts) {
        const scale = layout.scale
        const type = {
          ...element,
          fill,
          size: element.size * scale,
          sizeMin: (element.sizeMin ?? element.size) * scale,
          linesMax: element.linesMax ?? 1,
          lineHeight: element.lineHeight ?? ((element.linesMax ?? 1) > 1 ? 1.5 : 1),
          tracking: element.tracking ?? 0,
        }
        for (const [left, right] of setText(element.text, type, box).shapes.flatMap(reachOf))
          assert.ok(
            left >= box.x - 0.5 && right <= box.x + box.width + 0.5,
            `${id}, ${element.id}: ${left} to ${right} leaves ${box.x} to ${box.x + box.width}`,
          )
      }
      const told = new Set(bound.undrawn.flatMap(({ characters }) => characters))
      for (const character of undrawn) assert.ok(told.has(character), `${id}: ${pointOf(character)} is not told`)
      const svg = sceneSvg(layout.scene, { title: '' })
      assert.deepEqual(undrawable(svg.replace(/<[^>]*>/g, '')), [], `${id} draws what no font has`)
      assert.doesNotMatch(svg, /<b>/)
    }
    const [{ document }] = CERTIFICATES as [(typeof CERTIFICATES)[number]]
    const bound = bind(document, { values: sample('ko', name) })
    const found = preflight(bound, layOut(bound)).some(({ code }) => code === 'character-not-drawable')
    assert.equal(found, undrawn.length > 0)
  })

const pointOf = (character: string): string => `U+${character.codePointAt(0)!.toString(16)}`
