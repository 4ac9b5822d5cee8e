// Runs the benchmark: first the proof that the outputs are right, then the races, then the figures.

import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  type JsonObject,
  parseJsonStrict,
  sharedShapes,
  type UnsignedCredential,
  verify,
} from '../credentials/src/index.ts'
import { CREATED, digestOf, HOLE_SETS, SHAPES, shapeOf } from './data.ts'
import { drawingCases } from './drawing-cases.ts'
import { atLeast } from './goals.ts'
import { editionOf, issueCases, issueText, type Prepared, workerCase } from './issue-cases.ts'
import { nodePrimitives } from './keys.ts'
import { type Pace, QUICK, THOROUGH } from './measure.ts'
import { bakeCase, bytesCase, statusCase } from './other-cases.ts'
import { progressCase } from './progress-case.ts'
import { type CaseResult, print, writeJson } from './report.ts'
import { rivalIssue, rivalVerify } from './rival.ts'
import { evaluationCase, graduationCase } from './rule-cases.ts'
import { serverCases } from './server-cases.ts'
import { material, verifyCase } from './verify-cases.ts'

const { values: args } = parseArgs({
  options: { quick: { type: 'boolean' }, json: { type: 'string' }, credential: { type: 'string' } },
})
const pace: Pace = args.quick ? QUICK : THOROUGH
const shapes = args.credential ? [{ id: 'given', credential: shapeOf(given(args.credential)) }] : SHAPES
const reference = shapes.find(({ id }) => id === 'reference') ?? shapes[0]!

const dataSha256 = digestOf(
  shapes.map(({ credential }) => [0, 1, HOLE_SETS - 1].map((set) => JSON.stringify(credential(set))).join()).join(),
)
process.stdout.write(`data ${dataSha256}\n`)
const prepared = await editionOf(reference.credential)
for (const { credential, id } of shapes) await gate(id, await editionOf(credential), args.quick ? 8 : 64)

function given(path: string): JsonObject {
  const parsed = parseJsonStrict(readFileSync(path, 'utf8'))
  if (parsed.outcome === 'refused') throw new Error(`${path}: ${parsed.reason}`)
  return parsed.value as JsonObject
}

/** No speed is worth anything unless the output is the rival's to the byte and accepted on both sides. */
async function gate(id: string, shape: Prepared, count: number): Promise<void> {
  for (let set = 0; set < count; set++) {
    const text = await issueText(shape, set)
    const theirs = await rivalIssue({ ...shape.unsigned[set]! })
    const ours = JSON.parse(text) as JsonObject
    const isSame = (ours.proof as JsonObject[])[0]?.proofValue === (theirs.proof as JsonObject).proofValue
    const { verdict } = await verify(ours, materialOf(ours), { at: CREATED, primitives: nodePrimitives })
    if (isSame && verdict === 'valid' && (await rivalVerify(ours))) continue
    process.stdout.write(`${id}, set ${set}: signature ${isSame ? 'equal' : 'DIFFERENT'}, our verdict ${verdict}\n`)
    process.exit(1)
  }
  const way = shape.edition ? 'compiled' : 'by the reference'
  process.stdout.write(
    `${id}: ${Buffer.byteLength(JSON.stringify(shape.unsigned[0]))} B unsigned, ${way}, ${count} outputs equal and accepted\n`,
  )
}

// A credential given from outside points into lists that are not at hand here.
function materialOf(credential: JsonObject) {
  const url = (credential.credentialStatus as JsonObject | undefined)?.statusListCredential
  if (typeof url !== 'string') return material
  return { ...material, statusLists: new Map([[url, { bits: new Uint8Array(131_072), purpose: 'revocation' }]]) }
}

const OWN = ({ ratioToRival, fractionOfLimit }: CaseResult) => [
  atLeast('G5 rival', ratioToRival, 35),
  atLeast('G5 limit', fractionOfLimit, 0.6),
]
const FOREIGN = ({ ratioToRival }: CaseResult) => [atLeast('G6 rival', ratioToRival, 3)]

async function run(): Promise<CaseResult[]> {
  const lookUp = materialOf(reference.credential(0))
  const foreign = (set: number): UnsignedCredential => ({ ...reference.credential(set), description: `edition ${set}` })
  const results = await issueCases(prepared, pace)
  if (!args.credential) results.push(await workerCase(reference.id, pace))
  results.push(await verifyCase('verify-own', reference.credential, pace, OWN, lookUp))
  results.push(await verifyCase('verify-foreign', foreign, pace, FOREIGN, lookUp))
  const endorsed = shapes.find(({ id }) => id === 'endorsed')
  if (endorsed) results.push(await verifyCase('verify-fallback', endorsed.credential, pace, () => []))
  results.push(await statusCase(pace), await bakeCase(prepared, pace), await bytesCase(prepared))
  if (!args.credential) {
    const isQuick = args.quick ?? false
    results.push(evaluationCase(isQuick), graduationCase(isQuick), ...(await drawingCases(isQuick)))
    results.push(...(await serverCases(isQuick)), await progressCase(isQuick))
  }
  const { compiled, reference: plain, fallbacks } = sharedShapes.counts
  process.stdout.write(`hashed ${compiled} compiled, ${plain} by the reference, ${fallbacks} fallbacks\n`)
  return results
}

/** Rounds of moments sweep away less than they use up: their ratios are told, and nothing is concluded from them. */
const unjudged = (result: CaseResult): CaseResult =>
  result.ratioToRival === null && result.fractionOfLimit === null
    ? result
    : { ...result, goals: result.goals?.map((goal) => ({ ...goal, isMet: null })) ?? [] }

const found = await run()
const results = args.quick ? found.map(unjudged) : found
print(results)
if (args.json) writeJson(args.json, results)
