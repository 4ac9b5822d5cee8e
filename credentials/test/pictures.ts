// Makes small PNG and SVG pictures, whole or spoiled in a chosen way.

import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

export function pngChunk(type: string, data: Uint8Array | string): Buffer {
  const content = Buffer.from(data)
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length, 0)
  frame.writeUInt32BE(crc32(typed), 4)
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)])
}

export const ihdr = pngChunk('IHDR', Buffer.from('00000001000000010806000000', 'hex'))
export const idat = pngChunk('IDAT', deflateSync(Buffer.from([0, 16, 32, 64, 255])))
export const iend = pngChunk('IEND', '')

export const pngOf = (...chunks: readonly Uint8Array[]): Buffer => Buffer.concat([SIGNATURE, ...chunks])

/** One pixel. */
export const aPng = pngOf(ihdr, idat, iend)

export const textChunk = (keyword: string, text: string): Buffer => pngChunk('iTXt', `${keyword}\0\0\0\0\0${text}`)

export const aSvg = Buffer.from(
  '<?xml version="1.0" encoding="UTF-8"?>\n<!-- a badge -->\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>배지 &amp; 상</title><circle r="4"/></svg>\n',
)
