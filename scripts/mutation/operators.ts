/** Lists the small faults that could be put into a source: each one a stretch of text and what to write in its place. */
import { parseAst } from 'rolldown/parseAst'

export interface Mutant {
  readonly path: string
  readonly line: number
  readonly start: number
  readonly end: number
  readonly operator: string
  readonly replacement: string
}

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

export const parse = (text: string): Node => parseAst(text, { lang: 'ts' }) as unknown as Node

export function mutantsOf(path: string, text: string): Mutant[] {
  const found = new Map<string, Mutant>()
  const lineOf = (at: number): number => text.slice(0, at).split('\n').length
  const walk = (node: Node, statementStart: number): void => {
    if (isMute(node)) return
    for (const { start, end, operator, replacement } of faultsOf(node, text)) {
      // Without semicolons, a statement that begins with a bracket would go on from the line before.
      const guard = start === statementStart && /^[([`]/.test(replacement) ? ';' : ''
      found.set(`${start} ${end} ${replacement}`, {
        path,
        line: lineOf(start),
        start,
        end,
        operator,
        replacement: guard + replacement,
      })
    }
    const inner = node.type === 'ExpressionStatement' ? node.start : statementStart
    for (const child of childrenOf(node)) walk(child, inner)
  }
  walk(parse(text), -1)
  return [...found.values()].sort((a, b) => a.start - b.start)
}

const TYPED_VALUES = ['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression']

/** Types are gone when the program runs, and a wrong import would only fail to load. */
const isMute = ({ type }: Node): boolean =>
  (type.startsWith('TS') && !TYPED_VALUES.includes(type)) ||
  ['ImportDeclaration', 'ExportAllDeclaration', 'ExportSpecifier'].includes(type)

function childrenOf(node: Node): Node[] {
  const isNamed = (node.type === 'Property' || node.type.endsWith('Definition')) && !node.computed
  return Object.entries(node)
    .filter(([key]) => !(isNamed && key === 'key'))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter(isNode)
}

type Fault = Pick<Mutant, 'start' | 'end' | 'operator' | 'replacement'>

function faultsOf(node: Node, text: string): Fault[] {
  const source = (at: unknown): string => text.slice((at as Node).start, (at as Node).end)
  const at = (where: Node, operator: string, replacement: string): Fault => ({
    start: where.start,
    end: where.end,
    operator,
    replacement,
  })
  return (
    RULES[node.type]?.(node, source, (replacement, operator, where = node) => at(where, operator, replacement)) ?? []
  )
}

type Make = (replacement: string, operator: string, where?: Node) => Fault
type Rule = (node: Node, source: (node: unknown) => string, make: Make) => Fault[]

const OPPOSITES: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&': ['|'],
  '|': ['&'],
  '^': ['&'],
  '<<': ['>>'],
  '>>': ['<<'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
}
const COMPARING = ['===', '!==', '<', '<=', '>', '>=']

const isTrue = (test: unknown): boolean => isNode(test) && test.type === 'Literal' && typeof test.value === 'boolean'
const isText = (node: unknown): boolean =>
  isNode(node) && (node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string'))

const branches: Rule = ({ test }, _, make) =>
  isTrue(test) ? [] : ['true', 'false'].map((value) => make(value, 'condition', test as Node))

const endless: Rule = ({ test }, _, make) => (isNode(test) ? [make('false', 'condition', test)] : [])

const binary: Rule = (node, source, make) => {
  const { operator, left, right } = node as unknown as { operator: string; left: Node; right: Node }
  if (operator === '+' && (isText(left) || isText(right))) return []
  const kind = COMPARING.includes(operator) ? 'comparison' : 'arithmetic'
  return (OPPOSITES[operator] ?? []).map((other) => make(`(${source(left)} ${other} ${source(right)})`, kind))
}

const logical: Rule = ({ operator, left, right }, source, make) =>
  OPPOSITES[String(operator)]!.map((other) => make(`((${source(left)}) ${other} (${source(right)}))`, 'logic'))

const literal: Rule = ({ value, regex, raw }, _, make) => {
  if (typeof value === 'boolean') return [make(String(!value), 'boolean')]
  if (typeof value === 'string') return [make(value === '' ? "'filled'" : "''", 'text')]
  return isNode(regex) || regex ? patterns(String(raw)).map((other) => make(other, 'pattern')) : []
}

function patterns(raw: string): string[] {
  const classes: [RegExp, string][] = [
    [/^\/\^/, '/'],
    [/\$\/([a-z]*)$/, '/$1'],
    [/\\d/, '\\D'],
    [/\\w/, '\\W'],
    [/\\s/, '\\S'],
  ]
  return classes.map(([found, other]) => raw.replace(found, other)).filter((other) => other !== raw)
}

/** A method and what is called in its place; `null` leaves the call out. */
const METHODS: Readonly<Record<string, string | null>> = {
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  some: 'every',
  every: 'some',
  toLowerCase: 'toUpperCase',
  toUpperCase: 'toLowerCase',
  min: 'max',
  max: 'min',
  filter: null,
  slice: null,
  sort: null,
  trim: null,
  reverse: null,
  normalize: null,
}

const call: Rule = (node, source, make) => {
  const callee = node.callee as Node
  const faults = node.optional ? [optional(node, callee.end, source, make)] : []
  if (callee.type !== 'MemberExpression' || callee.computed) return faults
  const name = source(callee.property)
  if (!Object.hasOwn(METHODS, name)) return faults
  const other = METHODS[name]
  return [...faults, other ? make(other, 'method', callee.property as Node) : make(source(callee.object), 'method')]
}

// `a?.b`, `a?.[b]` and `a?.(b)` without the question.
function optional(node: Node, from: number, source: (node: unknown) => string, make: Make): Fault {
  const rest = source({ start: from, end: node.end })
  const plain = /^\s*\?\.(?=[[(])/.test(rest) ? rest.replace('?.', '') : rest.replace('?.', '.')
  return make(source({ start: node.start, end: from }) + plain, 'optional')
}

const block: Rule = ({ body }, _, make) => ((body as Node[]).length > 0 ? [make('{}', 'block')] : [])

const RULES: Readonly<Record<string, Rule>> = {
  IfStatement: branches,
  ConditionalExpression: branches,
  WhileStatement: endless,
  DoWhileStatement: endless,
  ForStatement: endless,
  BinaryExpression: binary,
  LogicalExpression: logical,
  Literal: literal,
  TemplateLiteral: (node, source, make) => (source(node).length > 2 ? [make('``', 'text')] : []),
  UnaryExpression: ({ operator, argument }, source, make) =>
    ['!', '-', '~'].includes(String(operator)) ? [make(`(${source(argument)})`, 'negation')] : [],
  UpdateExpression: (node, source, make) => {
    const other = node.operator === '++' ? '--' : '++'
    return [make(node.prefix ? other + source(node.argument) : source(node.argument) + other, 'arithmetic')]
  },
  AssignmentExpression: ({ operator, left, right }, source, make) =>
    (OPPOSITES[String(operator).slice(0, -1)] ?? [])
      .filter(() => operator !== '=')
      .map((other) => make(`${source(left)} ${other}= ${source(right)}`, 'arithmetic')),
  ArrayExpression: ({ elements }, _, make) => ((elements as unknown[]).length > 0 ? [make('[]', 'array')] : []),
  ObjectExpression: ({ properties }, _, make) => ((properties as unknown[]).length > 0 ? [make('({})', 'object')] : []),
  CallExpression: call,
  MemberExpression: (node, source, make) =>
    node.optional ? [optional(node, (node.object as Node).end, source, make)] : [],
  BlockStatement: block,
  ArrowFunctionExpression: ({ body }, _, make) =>
    (body as Node).type === 'BlockStatement' ? [] : [make('undefined', 'function', body as Node)],
  ReturnStatement: ({ argument }, _, make) =>
    isNode(argument) && ['Identifier', 'MemberExpression', 'CallExpression', 'AwaitExpression'].includes(argument.type)
      ? [make('undefined', 'return', argument)]
      : [],
}

/** The source with one fault in it, its loops counted; null when that is no program any more. */
export function withFault(text: string, { start, end, replacement }: Pick<Mutant, 'start' | 'end' | 'replacement'>) {
  const faulty = text.slice(0, start) + replacement + text.slice(end)
  try {
    return countingLoops(faulty)
  } catch {
    return null
  }
}

const LOOPS = ['ForStatement', 'ForOfStatement', 'ForInStatement', 'WhileStatement', 'DoWhileStatement']

/** A fault may make a loop endless: each turn is counted, so that it ends after as much work on every machine. */
export function countingLoops(text: string): string {
  const inserts: [number, string][] = []
  const walk = (node: Node): void => {
    if (LOOPS.includes(node.type)) {
      const body = node.body as Node
      const isBlock = body.type === 'BlockStatement'
      inserts.push([body.start + (isBlock ? 1 : 0), isBlock ? 'countTurn();' : '{countTurn();'])
      if (!isBlock) inserts.push([body.end, '}'])
    }
    for (const child of childrenOf(node)) walk(child)
  }
  walk(parse(text))
  const parts: string[] = []
  let from = 0
  for (const [at, insert] of inserts.sort(([a], [b]) => a - b)) {
    parts.push(text.slice(from, at), insert)
    from = at
  }
  return [...parts, text.slice(from)].join('')
}
