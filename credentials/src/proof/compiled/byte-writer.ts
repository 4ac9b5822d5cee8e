// Collects encoded text in one buffer that is used again and again.

const encoder = new TextEncoder()

export class ByteWriter {
  private buffer = new Uint8Array(65_536)
  private length = 0

  reset(): void {
    this.length = 0
  }

  copy(part: Uint8Array): void {
    this.reserve(part.length)
    this.buffer.set(part, this.length)
    this.length += part.length
  }

  text(text: string): void {
    this.reserve(text.length * 3)
    if (!this.writeShortAscii(text)) this.length += encoder.encodeInto(text, this.buffer.subarray(this.length)).written
  }

  // Most gaps hold a short ASCII text, for which a loop beats a call into the encoder.
  private writeShortAscii(text: string): boolean {
    if (text.length > 48) return false
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code > 127) return false
      this.buffer[this.length + at] = code
    }
    this.length += text.length
    return true
  }

  /** A view that the next `reset` invalidates. */
  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length)
  }

  /** Views of texts written one after another; the next `reset` invalidates them. */
  texts(texts: readonly string[]): Uint8Array[] {
    this.reset()
    const ends = texts.map((text) => {
      this.text(text)
      return this.length
    })
    return ends.map((end, at) => this.buffer.subarray(at === 0 ? 0 : ends[at - 1], end))
  }

  private reserve(extra: number): void {
    if (this.length + extra <= this.buffer.length) return
    const grown = new Uint8Array(Math.max(this.buffer.length * 2, this.length + extra))
    grown.set(this.buffer)
    this.buffer = grown
  }
}
