import assert from 'node:assert/strict'
import test from 'node:test'
import { nodePrimitives } from '../test/fixtures.ts'
import { judge } from '../test/vector-material.ts'
import { materialFile, vectorBytes, verificationVectors } from '../test/vectors.ts'
import { webPrimitives } from './index.ts'

const material = materialFile()

for (const vector of verificationVectors()) {
  const { file, says, verdict, check, because, at, recipient, faults } = vector
  test(`${file}, ${says}: ${verdict}${because ? `, ${because}` : ''}`, async () => {
    const bytes = vectorBytes(vector)
    for (const primitives of [nodePrimitives, webPrimitives]) {
      const result = await judge({ bytes, file: material, at, primitives, ...(recipient ? { recipient } : {}) })
      assert.equal(result.verdict, verdict, JSON.stringify(result.checks))
      const line = check ? result.checks.find((each) => each.check === check) : result.checks[0]
      if (because) assert.equal(line?.because, because)
      if (faults)
        assert.deepEqual(
          result.faults?.map(({ path, code }) => `${path} ${code}`),
          faults,
        )
    }
  })
}
