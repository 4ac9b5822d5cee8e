/** Types what we use of `subset-font`, which ships none. */
declare module 'subset-font' {
  type Options = {
    readonly targetFormat?: 'truetype' | 'woff' | 'woff2'
    readonly preserveNameIds?: readonly number[]
    readonly noHinting?: boolean
  }
  export default function subsetFont(font: Uint8Array, text: string, options?: Options): Promise<Buffer>
}
