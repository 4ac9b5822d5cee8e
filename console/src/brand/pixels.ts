// Reads a picture file's pixels in this browser, so that colours and cleared seals are seen before anything is sent.
import { clearPaper, type Pixels } from '@kolleges/design'

/** As large as the server keeps it. */
const SIDE_PX = 1_024

/** Throws when the browser cannot open the file as a picture. */
export async function pixelsOf(file: Blob): Promise<Pixels> {
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const [wide, high] = [image.naturalWidth || SIDE_PX, image.naturalHeight || SIDE_PX]
    const scale = Math.min(1, SIDE_PX / Math.max(wide, high))
    const [width, height] = [Math.max(1, Math.round(wide * scale)), Math.max(1, Math.round(high * scale))]
    const context = contextOf(width, height)
    context.drawImage(image, 0, 0, width, height)
    return { rgba: new Uint8Array(context.getImageData(0, 0, width, height).data), width, height }
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** The picture without its paper as an address to show; null when there is nothing on the paper. */
export function clearedUrl(pixels: Pixels): string | null {
  const cleared = clearPaper(pixels)
  if (!cleared) return null
  const context = contextOf(cleared.width, cleared.height)
  const data = new ImageData(new Uint8ClampedArray(cleared.rgba), cleared.width, cleared.height)
  context.putImageData(data, 0, 0)
  return context.canvas.toDataURL()
}

function contextOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('this browser draws on no canvas')
  return context
}
