/** An institution that is ready to certify: with a seal, a head, and a published certificate design. */
import assert from 'node:assert/strict'
import type { Design } from '@kolleges/api'
import type { Awarding } from './awarding.ts'
import type { Harness, RequestParts } from './harness.ts'

export const SEAL =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><rect x="4" y="4" width="82" height="82" fill="none" stroke="#c8202b" stroke-width="6"/></svg>'

/** Answers the JSON of a call, which must have this status. */
export async function answered<T>(h: Harness, path: string, parts: RequestParts, status: number): Promise<T> {
  const response = await h.request(path, parts)
  const text = await response.text()
  assert.equal(response.status, status, `${path}: ${text}`)
  return JSON.parse(text) as T
}

export async function uploadSeal(h: Harness, key: string, picture: string = SEAL): Promise<void> {
  const body = new FormData()
  body.set('file', new Blob([picture]), 'seal.svg')
  const response = await h.request('/v1/institution/seal', { method: 'PUT', body, key })
  assert.equal(response.status, 200, await response.text())
}

/** A line of text for a document, in the place where most templates have room. */
export const textElement = (id: string, text: string) => ({
  ...{ kind: 'text', id, x: 30, y: 12, width: 150, height: 8, text },
  ...{ face: 'sans', weight: 400, size: 4, sizeMin: 3.2, align: 'middle', colour: 'ink' },
})

/** The design of a template, with further elements, published. */
export async function publishDesign(
  h: Awarding,
  { template = 'suryo-band', elements = [] as object[] } = {},
): Promise<Design> {
  const { key } = h
  const json = { kind: 'certificate', name: '수료증', template }
  const begun = await answered<Design>(h, '/v1/designs', { key, json }, 201)
  const document = { ...begun.document, elements: [...(begun.document.elements as object[]), ...elements] }
  const change = { method: 'PATCH', key, json: { document, revision: begun.revision } }
  await answered<Design>(h, `/v1/designs/${begun.id}`, change, 200)
  return answered<Design>(h, `/v1/designs/${begun.id}/publication`, { method: 'POST', key }, 201)
}
