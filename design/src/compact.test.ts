import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compactDocument } from './compact.ts'
import { type DesignDocument, type Element, elementsOf } from './document.ts'

const box = { x: 0, y: 0, width: 100, height: 100 }
const icon: Element = { kind: 'icon', id: 'icon', ...box, icon: 'book', fill: 'primary' } as unknown as Element
const text: Element = { kind: 'text', id: 'text', ...box, text: '배지', size: 12 } as unknown as Element
const group: Element = { kind: 'group', id: 'group', elements: [text, icon] } as unknown as Element

const badge = (...elements: Element[]): DesignDocument => ({
  ...{
    version: 1,
    page: 'badge',
    language: 'ko',
    title: '배지',
    primary: '#1f3a8a',
    accent: '#e0a526',
    ground: 'none',
  },
  elements,
})
const idsOf = ({ elements }: DesignDocument): string[] => [...elementsOf(elements)].map(({ id }) => id)

test('small, a badge goes without its words, those in groups too', () => {
  assert.deepEqual(idsOf(compactDocument(badge(text, group))), ['group', 'icon'])
})

test('a badge of nothing but words keeps them', () => {
  assert.deepEqual(idsOf(compactDocument(badge(text))), ['text'])
})
