/** Marks a seal or signature as a preview: cut through by slanting bands, with the word across it. */
import type { Language } from '../platform/handler.ts'
import type { Blob, Ports } from '../platform/ports.ts'

const WORD: Record<Language, string> = { ko: '미리보기', en: 'Preview' }

/** Drawn once for each picture and language; nothing when the picture is gone. */
export async function markedPreview(ports: Ports, key: string, language: Language): Promise<Blob | undefined> {
  const markedKey = key.replace(/\.png$/, `-preview-${language}.png`)
  const known = await ports.blobs.get(markedKey)
  if (known) return known
  const picture = await ports.blobs.get(key)
  if (!picture) return undefined
  const bytes = Buffer.from(picture.bytes.buffer, picture.bytes.byteOffset, picture.bytes.byteLength)
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const png = await ports.raster.png(markedSvg(bytes.toString('base64'), { width, height }, WORD[language]), width)
  await ports.blobs.put(markedKey, png, 'image/png')
  return { bytes: png, mediaType: 'image/png' }
}

/** Bands are taken out of the picture, not laid over it: what lies beneath a seal on a page is still read. */
function markedSvg(base64: string, { width, height }: { width: number; height: number }, word: string): string {
  const [side, middle] = [Math.max(width, height), `${width / 2} ${height / 2}`]
  const gap = side / 7
  const bands = Array.from({ length: 15 }, (_, i) => `M${(i - 7) * gap} ${height}L${(i - 7) * gap + height} 0`).join('')
  const size = Math.min(width, height) / 5
  const place = `x="${width / 2}" y="${height / 2 + size / 3}" text-anchor="middle" font-family="Pretendard" font-weight="800" font-size="${size}"`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
    `<mask id="m"><rect width="${width}" height="${height}" fill="#fff"/><path d="${bands}" stroke="#000" stroke-width="${gap / 3}"/></mask>` +
    `<g mask="url(#m)"><image href="data:image/png;base64,${base64}" width="${width}" height="${height}"/></g>` +
    `<g transform="rotate(-24 ${middle})"><text ${place} fill="#fff" stroke="#fff" stroke-width="${size / 5}">${word}</text>` +
    `<text ${place} fill="#566072">${word}</text></g></svg>`
  )
}
