// Reads a picture's pixels in the browser, small enough to count.
const SIDE_MAX = 256

export async function pixelsOf(file: File): Promise<Uint8Array> {
  const url = URL.createObjectURL(file)
  try {
    const picture = new Image()
    picture.src = url
    await picture.decode()
    const [width, height] = [picture.naturalWidth || SIDE_MAX, picture.naturalHeight || SIDE_MAX]
    const scale = Math.min(1, SIDE_MAX / Math.max(width, height))
    const canvas = new OffscreenCanvas(Math.max(1, width * scale), Math.max(1, height * scale))
    const pen = canvas.getContext('2d')
    if (!pen) return new Uint8Array()
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return new Uint8Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer)
  } catch {
    return new Uint8Array()
  } finally {
    URL.revokeObjectURL(url)
  }
}
