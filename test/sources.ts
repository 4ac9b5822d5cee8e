/** Reads the repository's own TypeScript as data: each file with its imports and the lengths of its functions. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, extname, join, relative, resolve } from 'node:path'
import { parseAst } from 'rolldown/parseAst'

const ROOT = join(import.meta.dirname, '..')

export type Source = {
  /** From the root, with slashes. */
  readonly path: string
  readonly text: string
  readonly package: string
  readonly isTest: boolean
  readonly imports: readonly Import[]
  readonly functions: readonly { readonly name: string; readonly lines: number; readonly line: number }[]
}

/** `file` is set for an import of one of our own files by path. */
export type Import = { readonly specifier: string; readonly file: string | undefined }

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown }

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])
const isNodeValue = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

export function sourcesUnder(folder: string): Source[] {
  if (!existsSync(join(ROOT, folder))) return []
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => ['.ts', '.tsx'].includes(extname(path)) && statSync(join(ROOT, path)).isFile())
    .map(read)
}

function read(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const tree = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node
  const imports: Import[] = []
  const functions: Source['functions'][number][] = []
  walk(tree, undefined, (node, parent) => {
    const specifier = specifierOf(node)
    if (specifier !== undefined) imports.push({ specifier, file: ownFile(path, specifier) })
    if (FUNCTIONS.has(node.type)) functions.push(measure(node, parent, text))
  })
  return {
    path,
    text,
    package: path.split('/')[0]!,
    isTest: /\.test\.tsx?$/.test(path) || /^[a-z]+\/test\//.test(path),
    imports,
    functions,
  }
}

function walk(node: Node, parent: Node | undefined, visit: (node: Node, parent: Node | undefined) => void): void {
  visit(node, parent)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNodeValue(child)) walk(child, node, visit)
  }
}

/** Static and dynamic imports, re-exports, and programs named by `new URL('./x.ts', import.meta.url)`. */
function specifierOf(node: Node): string | undefined {
  const source = node.source
  if (/^(Import|Export\w*)(Declaration|Expression)$/.test(node.type) && isNodeValue(source)) return literal(source)
  if (node.type === 'TSImportType') return isNodeValue(node.source) ? literal(node.source) : undefined
  if (node.type !== 'NewExpression' || !isNodeValue(node.callee) || node.callee.name !== 'URL') return undefined
  const [first] = node.arguments as readonly Node[]
  const program = first && literal(first)
  return program && /^\.{1,2}\/.*\.tsx?$/.test(program) ? program : undefined
}

const literal = (node: Node): string | undefined => (typeof node.value === 'string' ? node.value : undefined)

function ownFile(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  const bare = specifier.replace(/\?.*$/, '')
  const target = resolve(ROOT, dirname(from), bare)
  const found = [target, `${target}.ts`, `${target}.tsx`].find((file) => existsSync(file) && statSync(file).isFile())
  return found && relative(ROOT, found).replaceAll('\\', '/')
}

function measure(node: Node, parent: Node | undefined, text: string) {
  const lines = text.slice(node.start, node.end).split('\n').length
  const line = text.slice(0, node.start).split('\n').length
  const id = isNodeValue(node.id) ? node.id : isNodeValue(parent?.id) ? parent.id : undefined
  return { name: String(id?.name ?? 'a function'), lines, line }
}
