/** Unpacks the few parts of a workbook that a roster needs, within limits that no honest file reaches. */
import yauzl from 'yauzl'
import { type Unreadable, unreadable } from './cells.ts'
import {
  WORKBOOK_PARTS_MAX,
  WORKBOOK_RATIO_FREE_BYTES,
  WORKBOOK_RATIO_MAX,
  WORKBOOK_UNZIPPED_BYTES_MAX,
} from './limits.ts'

export type Parts = { readonly outcome: 'unpacked'; readonly parts: ReadonlyMap<string, Uint8Array> } | Unreadable

const WANTED =
  /^xl\/(workbook\.xml|styles\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[\w.-]+\.xml)$/i

/** Nothing is written to disk, no name is used as a path. Names are answered in lower case. */
export async function unpackWorkbook(bytes: Uint8Array): Promise<Parts> {
  try {
    return await unpack(bytes)
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    return unreadable(/encrypted/i.test(String(error)) ? 'workbook-locked' : 'workbook-broken')
  }
}

class Refused extends Error {
  readonly refusal: Unreadable
  constructor(refusal: Unreadable) {
    super(refusal.because)
    this.refusal = refusal
  }
}

async function unpack(bytes: Uint8Array): Promise<Parts> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // The sizes declared are checked against the bytes that come out.
  const zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true })
  if (zip.entryCount > WORKBOOK_PARTS_MAX) throw new Refused(unreadable('workbook-too-large'))
  const parts = new Map<string, Uint8Array>()
  let unzippedBytes = 0
  for await (const entry of zip.eachEntry()) {
    unzippedBytes += entry.uncompressedSize
    refuseBomb(entry, unzippedBytes)
    if (!WANTED.test(entry.fileName)) continue
    // A second part of one name is a way to show one reader this and another that.
    if (parts.has(entry.fileName.toLowerCase())) throw new Refused(unreadable('workbook-unsafe'))
    parts.set(entry.fileName.toLowerCase(), await contentOf(zip, entry))
  }
  return { outcome: 'unpacked', parts }
}

function refuseBomb({ compressedSize, uncompressedSize }: yauzl.Entry, unzippedBytes: number): void {
  const isTight = uncompressedSize > WORKBOOK_RATIO_FREE_BYTES && uncompressedSize > compressedSize * WORKBOOK_RATIO_MAX
  if (isTight || unzippedBytes > WORKBOOK_UNZIPPED_BYTES_MAX) throw new Refused(unreadable('workbook-too-large'))
}

async function contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry)
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
