/** Tells what kind of pixel image some bytes are, with the size they claim, before any decoder sees them. */
export type ImageSize = { readonly width: number; readonly height: number }

export type ImageKind = 'png' | 'jpeg'

/** By signature only: a file name or declared type is a stranger's word. */
export function imageKind(bytes: Uint8Array): ImageKind | null {
  if (PNG_SIGNATURE.every((byte, i) => bytes[i] === byte)) return 'png'
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff ? 'jpeg' : null
}

/** The size in the header, or null when there is none or it is empty. */
export function imageSize(bytes: Uint8Array, kind: ImageKind): ImageSize | null {
  const size = kind === 'png' ? pngSize(bytes) : jpegSize(bytes)
  return size && size.width > 0 && size.height > 0 ? size : null
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const IHDR = 0x49484452

/** Reads IHDR, which PNG requires to come first (PNG 3rd edition, 11.2.1). */
function pngSize(bytes: Uint8Array): ImageSize | null {
  if (bytes.length < 24) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return view.getUint32(12) === IHDR ? { width: view.getUint32(16), height: view.getUint32(20) } : null
}

/** Walks the marker segments to the start of frame (ITU-T T.81, B.2.2). */
function jpegSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 9 < bytes.length) {
    const marker = bytes[at + 1]!
    if (bytes[at] !== 0xff) return null
    if (isStartOfFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

/** SOF0 to SOF15, but for the three codes among them that mean tables. */
const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
