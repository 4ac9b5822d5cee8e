import assert from 'node:assert/strict'
import test from 'node:test'
import { nodePrimitives } from '../test/fixtures.ts'
import { vectorBytes, vectorMaterial, verificationVectors } from '../test/vectors.ts'
import { readInput, verify, webPrimitives } from './index.ts'

const material = vectorMaterial()

for (const { file, says, verdict, check, because, at } of verificationVectors())
  test(`${file}, ${says}: ${verdict}${because ? `, ${because}` : ''}`, async () => {
    const input = readInput(vectorBytes(file))
    if (input.outcome === 'refused') {
      assert.deepEqual([verdict, because], ['unreadable', input.reason])
      return
    }
    assert.ok(input.form === 'json')
    for (const primitives of [nodePrimitives, webPrimitives]) {
      const started = process.cpuUsage()
      const result = await verify(input.value, material, { at, primitives })
      assert.ok(process.cpuUsage(started).user < 1_000_000)
      assert.equal(result.verdict, verdict, JSON.stringify(result.checks))
      if (check) assert.equal(result.checks.find((line) => line.check === check)?.because, because)
    }
  })
