/** Keeps the pictures that are asked for in memory: those of a published version never change. */
import { KEPT_PICTURES_BYTES_MAX } from './limits.ts'

export type Picture = {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly sha256: string
}

/** The one unused for longest goes first. */
export class KeptPictures {
  private readonly kept = new Map<string, Picture>()
  private bytes = 0

  /** Of the name, or as `read` has it; what is not there is not remembered. */
  async get(name: string, read: () => Promise<Picture | null>): Promise<Picture | null> {
    const found = this.kept.get(name)
    if (found) {
      this.kept.delete(name)
      this.kept.set(name, found)
      return found
    }
    const picture = await read()
    if (picture) this.keep(name, picture)
    return picture
  }

  private keep(name: string, picture: Picture): void {
    if (this.kept.has(name)) return
    this.kept.set(name, picture)
    this.bytes += picture.bytes.length
    for (const [oldest, { bytes }] of this.kept) {
      if (this.bytes <= KEPT_PICTURES_BYTES_MAX) break
      this.kept.delete(oldest)
      this.bytes -= bytes.length
    }
  }
}
