/** Makes pictures small enough for a certificate that is read on a screen and sent by mail. */
import type { Picture } from '@kolleges/design'
import type { Ports } from '../../platform/ports.ts'
import { SCREEN_PICTURE_SIDE_PX } from '../limits.ts'

export async function forScreen(
  ports: Ports,
  pictures: Readonly<Record<string, Picture>>,
): Promise<Record<string, Picture>> {
  const small = await Promise.all(
    Object.entries(pictures).map(async ([name, picture]) => [name, await shrink(ports, picture)] as const),
  )
  return Object.fromEntries(small)
}

async function shrink(ports: Ports, picture: Picture): Promise<Picture> {
  const { mediaType, base64, widthPx, heightPx } = picture
  const scale = SCREEN_PICTURE_SIDE_PX / Math.max(widthPx, heightPx)
  if (scale >= 1) return picture
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPx} ${heightPx}" width="${widthPx}" height="${heightPx}">` +
    `<image href="data:${mediaType};base64,${base64}" width="${widthPx}" height="${heightPx}"/></svg>`
  const png = Buffer.from(await ports.raster.png(svg, Math.max(1, Math.round(widthPx * scale))))
  return {
    mediaType: 'image/png',
    base64: png.toString('base64'),
    widthPx: png.readUInt32BE(16),
    heightPx: png.readUInt32BE(20),
  }
}
