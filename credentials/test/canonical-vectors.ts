// `npm run vectors -- DIR`: canonicalizes every `*-in.nq` of a folder and compares with its `*-rdfc10.nq`; an input without one must be refused.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import rdfCanonize from 'rdf-canonize'
import { canonicalizeQuads } from '../src/proof/canonicalize.ts'

const folder = process.argv[2]
if (!folder) {
  process.stderr.write('npm run vectors -- DIR: name a folder of RDFC-1.0 vectors\n')
  process.exit(2)
}
const files = new Set(readdirSync(folder))
const inputs = [...files].filter((file) => file.endsWith('-in.nq')).sort()
const failed: string[] = []
for (const input of inputs) if (!(await agrees(input))) failed.push(input)
for (const input of failed) process.stdout.write(`✖ ${input}\n`)
process.stdout.write(`${inputs.length - failed.length} passed, ${failed.length} failed\n`)
process.exitCode = inputs.length === 0 || failed.length > 0 ? 1 : 0

/** A vector may be made with SHA-384 instead of SHA-256; it says so only in its manifest, so either may be the one that agrees. */
async function agrees(input: string): Promise<boolean> {
  const quads = rdfCanonize.NQuads.parse(readFileSync(join(folder!, input), 'utf8'))
  const expected = input.replace('-in.nq', '-rdfc10.nq')
  if (!files.has(expected))
    return canonicalizeQuads(quads).then(
      () => false,
      () => true,
    )
  const wanted = readFileSync(join(folder!, expected), 'utf8')
  for (const hash of ['sha256', 'sha384'] as const) if ((await canonicalizeQuads(quads, hash)) === wanted) return true
  return false
}
