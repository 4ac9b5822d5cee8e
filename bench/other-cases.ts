// Measures what stands beside the signature: status lists, baking, bytes kept for each credential.

import { sign as signBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list'
import { bake, composeStatusList, credentialText, emptyBits, prepare, setBit, sign } from '../credentials/src/index.ts'
import { CREATED, DID, HOLE_SETS } from './data.ts'
import { atLeast, atMost } from './goals.ts'
import { issueText, type Prepared } from './issue-cases.ts'
import { nodePrimitives, privateKey, signer, verificationMethod } from './keys.ts'
import { type Pace, race, speedOf } from './measure.ts'
import { type CaseResult, resultOf } from './report.ts'
import { rivalIssue } from './rival.ts'

const LIST = 'https://bench.example/status/1'
const ENTRIES = 131_072
const REVOKED = 1_300

/** One revocation more in a list with one in a hundred revoked: pack, canonicalize, sign, write. */
export async function statusCase(pace: Pace): Promise<CaseResult> {
  const bits = emptyBits(ENTRIES)
  const list = await createList({ length: ENTRIES })
  for (let n = 0; n < REVOKED; n++) {
    setBit(bits, (n * 7_919) % ENTRIES, true)
    list.setStatus((n * 7_919) % ENTRIES, true)
  }
  let index = 0
  const ours = {
    name: 'ours',
    async run(count: number) {
      for (let n = 0; n < count; n++) {
        setBit(bits, index++ % ENTRIES, true)
        const unsigned = composeStatusList({ id: LIST, issuer: DID, purpose: 'revocation', bits, validFrom: CREATED })
        const prepared = await prepare(unsigned, { verificationMethod, created: CREATED, primitives: nodePrimitives })
        credentialText(await sign(prepared, signer))
        setBit(bits, (index - 1) % ENTRIES, false)
      }
    },
  }
  const rival = {
    name: 'rival',
    async run(count: number) {
      for (let n = 0; n < count; n++) {
        list.setStatus(index++ % ENTRIES, true)
        const credential = await createCredential({ id: LIST, list, statusPurpose: 'revocation' })
        JSON.stringify(await rivalIssue({ ...credential, issuer: DID, validFrom: CREATED }))
        list.setStatus((index - 1) % ENTRIES, false)
      }
    },
  }
  return resultOf('status-resign', await race([ours, rival], pace), {
    goals: ({ ratioToRival }) => [atLeast('G8 rival', ratioToRival, 5)],
  })
}

/** A credential of the reference shape into a picture of 72 kB, beside copying the picture. */
export async function bakeCase(prepared: Prepared, pace: Pace): Promise<CaseResult> {
  const picture = pictureOf(72_000)
  const text = await issueText(prepared, 0)
  const ours = {
    name: 'ours',
    run(count: number) {
      for (let n = 0; n < count; n++) bake(picture, 'image/png', text)
    },
  }
  const limit = {
    name: 'limit',
    run(count: number) {
      for (let n = 0; n < count; n++) picture.slice()
    },
  }
  return resultOf('bake-png', await race([ours, limit], pace), {
    goals: ({ fractionOfLimit }) => [atLeast('G9 copying', fractionOfLimit, 0.4)],
  })
}

function pictureOf(bytes: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const typed = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(typed), 4)
    return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)])
  }
  const header = chunk('IHDR', Buffer.from('00000258000002580806000000', 'hex'))
  const noise = Buffer.from(Array.from({ length: bytes }, (_, at) => (at * 2_654_435_761) >>> 24))
  const data = chunk('IDAT', deflateSync(noise, { level: 0 }).subarray(0, bytes))
  return new Uint8Array(
    Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), header, data, chunk('IEND', Buffer.alloc(0))]),
  )
}

/** How many bytes give back the very text, and whether they do. */
export async function bytesCase(prepared: Prepared): Promise<CaseResult> {
  const { edition, values } = prepared
  const unit = 'B'
  if (!edition)
    return {
      id: 'bytes-per-credential',
      unit,
      median: null,
      min: null,
      max: null,
      ratioToRival: null,
      fractionOfLimit: null,
      fallbacks: HOLE_SETS,
    }
  const sizes: number[] = []
  let textBytes = 0
  for (let set = 0; set < HOLE_SETS; set++) {
    const copy = edition.copy(values[set]!)
    if (!copy) throw new Error(`set ${set} is not of its own edition`)
    const signature = new Uint8Array(signBytes(null, copy.bytesToSign, privateKey))
    const packed = edition.pack(values[set]!, signature)
    const text = copy.textWith(signature)
    if (edition.unpack(packed) !== text) throw new Error(`set ${set} does not come back as it was`)
    sizes.push(packed.length)
    textBytes += Buffer.byteLength(text)
  }
  const note = `of ${Math.round(textBytes / HOLE_SETS)} B text, ${HOLE_SETS} of ${HOLE_SETS} come back to the byte`
  return {
    id: 'bytes-per-credential',
    unit,
    ...speedOf(sizes),
    ratioToRival: null,
    fractionOfLimit: null,
    fallbacks: 0,
    goals: [atMost('G7 payload', speedOf(sizes).median, 360, ' B')],
    note,
  }
}
