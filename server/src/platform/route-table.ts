/** Finds the route of a method and path; the table is built once at the start. */
import type { RouteShape } from './handler.ts'

export type Found<Entry> =
  | { readonly outcome: 'found'; readonly entry: Entry; readonly params: Readonly<Record<string, string>> }
  | { readonly outcome: 'other-methods'; readonly methods: readonly string[] }
  | { readonly outcome: 'unknown' }

type Row<Entry> = {
  readonly method: string
  readonly pattern: RegExp
  readonly names: readonly string[]
  readonly entry: Entry
  readonly literals: number
}

export class RouteTable<Entry> {
  readonly #rows = new Map<string, Row<Entry>[]>()

  add(route: Pick<RouteShape, 'method' | 'path'>, entry: Entry): void {
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
    const source = route.path
      .split(/\{\w+\}/)
      .map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'))
      .join('([^/]+)')
    const pattern = new RegExp(`^${source}$`)
    const rows = this.#rows.get(firstSegment(route.path)) ?? []
    if (rows.some((row) => row.method === route.method && String(row.pattern) === String(pattern))) {
      throw new Error(`${route.method} ${route.path} is registered twice.`)
    }
    const literals = route.path.replace(/\{\w+\}/g, '').length
    rows.push({ method: route.method, pattern, names, entry, literals })
    // The most literal path first, so that `/c/{id}.json` is tried before `/c/{id}`.
    rows.sort((a, b) => b.literals - a.literals)
    this.#rows.set(firstSegment(route.path), rows)
  }

  find(method: string, path: string): Found<Entry> {
    const wanted = method === 'HEAD' ? 'GET' : method
    const methods = new Set<string>()
    for (const row of this.#rows.get(firstSegment(path)) ?? []) {
      const match = row.pattern.exec(path)
      if (!match) continue
      const params = paramsOf(row.names, match)
      if (!params) continue
      if (row.method === wanted) return { outcome: 'found', entry: row.entry, params }
      methods.add(row.method)
    }
    return methods.size > 0 ? { outcome: 'other-methods', methods: [...methods] } : { outcome: 'unknown' }
  }
}

/** `/v1/x` is told apart by its second segment, because most of the space lies under `/v1`. */
function firstSegment(path: string): string {
  const [, first = '', second = ''] = path.split('/')
  const literal = first === 'v1' ? `${first}/${second}` : first
  return literal.includes('{') ? '' : literal
}

/** `undefined` when the percent signs of the address decode to no text: such a place does not exist. */
function paramsOf(names: readonly string[], match: RegExpExecArray): Record<string, string> | undefined {
  try {
    return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1]!)]))
  } catch {
    return undefined
  }
}
