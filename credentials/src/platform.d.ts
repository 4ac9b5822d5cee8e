// Names the few web primitives this package may use; everything else of a platform fails to type-check.

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>
  encodeInto(text: string, target: Uint8Array): { read: number; written: number }
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes?: Uint8Array): string
}

declare class URL {
  constructor(url: string, base?: string)
  static canParse(url: string): boolean
  readonly href: string
  readonly protocol: string
  readonly host: string
  readonly hostname: string
  readonly pathname: string
  readonly username: string
  readonly password: string
  readonly origin: string
}

interface CryptoKey {
  readonly type: string
}

declare const crypto: {
  readonly subtle: {
    digest(algorithm: 'SHA-256', data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
    importKey(
      format: 'raw' | 'jwk' | 'spki',
      key: Uint8Array<ArrayBuffer> | object,
      algorithm: { name: string; namedCurve?: string; hash?: string },
      extractable: boolean,
      usages: readonly 'verify'[],
    ): Promise<CryptoKey>
    verify(
      algorithm: { name: string; hash?: string },
      key: CryptoKey,
      signature: Uint8Array<ArrayBuffer>,
      data: Uint8Array<ArrayBuffer>,
    ): Promise<boolean>
  }
}
