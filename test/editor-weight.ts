/** What the design editor adds to what every page of the built console loads. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const ASSETS = join(import.meta.dirname, '../console/dist/assets')

export interface Weight {
  readonly files: readonly string[]
  readonly gzippedBytes: number
}

/** Scripts that the editor's page imports before it runs, and its own style; null when the console is not built. */
export function editorWeight(): Weight | null {
  const names = existsSync(ASSETS) ? readdirSync(ASSETS) : []
  const [main, editor] = [/^main-.*\.js$/, /^DesignPage-.*\.js$/].map((each) => names.find((name) => each.test(name)))
  if (!main || !editor) return null
  const base = reachedFrom(main)
  const scripts = [...reachedFrom(editor)].filter((name) => !base.has(name))
  const files = [...scripts, ...names.filter((name) => /^DesignPage-.*\.css$/.test(name))]
  return { files, gzippedBytes: files.reduce((sum, name) => sum + gzipSync(textOf(name)).length, 0) }
}

const textOf = (name: string): string => readFileSync(join(ASSETS, name), 'utf8')

function reachedFrom(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const [, imported = ''] of textOf(name).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
    reachedFrom(imported, seen)
  return seen
}
