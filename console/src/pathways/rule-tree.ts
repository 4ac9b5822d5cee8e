// A rule's JSON as a tree of blocks that can be changed, added and taken away; nothing but the shape is known here.

export type Block = Readonly<Record<string, unknown>>

/** Where a block lies: the numbers of the parts that lead to it. */
export type Place = readonly number[]

export const KINDS = [
  'badge',
  'credits',
  'hours',
  'count',
  'nOf',
  'any',
  'all',
  'not',
  'level',
  'window',
  'prereq',
  'semesters',
  'degrees',
  'approval',
  'manual',
] as const
export type Kind = (typeof KINDS)[number] | 'external'

/** What belongs to the whole rule and not to its topmost condition. */
const OF_THE_RULE = ['award', 'grades', 'levels', 'names', 'equivalences', 'reuse', 'issuer']

export const kindOf = (block: Block): Kind =>
  block.external !== undefined ? 'external' : (KINDS.find((kind) => block[kind] !== undefined) ?? 'all')

/** A window or a level narrows what stands beside it, so it only makes sense within `all`. */
export const kindsWithin = (parent: Kind): readonly Kind[] =>
  parent === 'all' ? KINDS : KINDS.filter((kind) => kind !== 'window' && kind !== 'level')

const EMPTY: Readonly<Record<Kind, Block>> = {
  badge: { badge: '' },
  external: { external: { issuer: '', achievement: '' } },
  credits: { credits: { min: 9 } },
  hours: { hours: { min: 30 } },
  count: { count: { min: 3 } },
  nOf: { nOf: { n: 1, of: [{ badge: '' }, { badge: '' }] } },
  any: { any: [{ badge: '' }, { badge: '' }] },
  all: { all: [{ badge: '' }] },
  not: { not: { badge: '' } },
  level: { level: { kqf: '>=5' } },
  window: { window: { within: 'P3Y', of: 'first' } },
  prereq: { prereq: { microdegree: '' } },
  semesters: { semesters: { min: 2 } },
  degrees: { degrees: { max: 3 } },
  approval: { approval: { by: '', stage: '' } },
  manual: { manual: '' },
}
export const emptyBlock = (kind: Kind): Block => EMPTY[kind]

export function partsOf(block: Block): readonly Block[] {
  const kind = kindOf(block)
  if (kind === 'not') return [block.not as Block]
  if (kind === 'nOf') return ((block.nOf as { of?: Block[] }).of ?? []) as Block[]
  return kind === 'all' || kind === 'any' ? ((block[kind] ?? []) as Block[]) : []
}

const withParts = (block: Block, parts: readonly Block[]): Block => {
  const kind = kindOf(block)
  if (kind === 'not') return { ...block, not: parts[0] ?? emptyBlock('badge') }
  if (kind === 'nOf') return { ...block, nOf: { ...(block.nOf as object), of: parts } }
  return { ...block, [kind]: parts }
}

export const replaceAt = (root: Block, place: Place, change: (block: Block) => Block): Block => {
  const [first, ...rest] = place
  if (first === undefined) return change(root)
  return withParts(
    root,
    partsOf(root).map((part, i) => (i === first ? replaceAt(part, rest, change) : part)),
  )
}

export const addTo = (root: Block, place: Place, kind: Kind): Block =>
  replaceAt(root, place, (block) => withParts(block, [...partsOf(block), emptyBlock(kind)]))

export const removeAt = (root: Block, place: Place): Block =>
  replaceAt(root, place.slice(0, -1), (block) =>
    withParts(
      block,
      partsOf(block).filter((_, i) => i !== place.at(-1)),
    ),
  )

/** The rule is always shown as one list of requirements, so that something can be added beside the first. */
export function asList(rule: Block): Block {
  if (kindOf(rule) === 'all' && rule.all !== undefined) return rule
  const entries = Object.entries(rule)
  const shared = Object.fromEntries(entries.filter(([key]) => OF_THE_RULE.includes(key)))
  const condition = Object.fromEntries(entries.filter(([key]) => !OF_THE_RULE.includes(key)))
  return { all: Object.keys(condition).length > 0 ? [condition] : [], ...shared }
}

/** JSON Pointer of a block, as faults and sentences name it. */
export function pointerOf(root: Block, place: Place): string {
  let [block, pointer] = [root, '']
  for (const index of place) {
    const kind = kindOf(block)
    pointer += kind === 'not' ? '/not' : `/${kind === 'nOf' ? 'nOf/of' : kind}/${index}`
    block = partsOf(block)[index] ?? {}
  }
  return pointer
}

/** The innermost block in which something lies that a fault points at. */
export function blockAround(root: Block, pointer: string): { readonly pointer: string; readonly kind: Kind } {
  let place: readonly number[] = []
  for (;;) {
    const block = place.reduce<Block>((outer, index) => partsOf(outer)[index] ?? {}, root)
    const inner = partsOf(block).findIndex((_, index) => {
      const own = pointerOf(root, [...place, index])
      return pointer === own || pointer.startsWith(`${own}/`)
    })
    if (inner < 0) return { pointer: pointerOf(root, place), kind: kindOf(block) }
    place = [...place, inner]
  }
}
