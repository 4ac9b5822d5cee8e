// Types of the independent implementations that our tests and benchmarks compare with, as far as they are called.

type RivalLoader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>

interface RivalResult {
  readonly verified: boolean
  readonly error?: unknown
  readonly results: readonly { readonly status: boolean }[]
}

interface RivalCryptosuite {
  readonly name: string
}

interface RivalSigner {
  readonly id?: string
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: RivalCryptosuite; signer?: RivalSigner; date?: string })
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: RivalCryptosuite
}

declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: RivalCryptosuite
}

declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: { mandatoryPointers: readonly string[] }): RivalCryptosuite
  export function createVerifyCryptosuite(): RivalCryptosuite
  export function createDiscloseCryptosuite(options: { selectivePointers: readonly string[] }): RivalCryptosuite
}

declare module '@digitalbazaar/ed25519-multikey' {
  export function from(key: object): Promise<{ signer(): RivalSigner }>
  export function fromJwk(options: { jwk: object; secretKey: boolean }): Promise<{ signer(): RivalSigner }>
}

declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options: { signer?: RivalSigner; date?: string })
  }
}

declare module '@digitalbazaar/ecdsa-multikey' {
  export function from(key: object): Promise<{ signer(): RivalSigner }>
  export function fromJwk(options: { jwk: object; secretKey: boolean }): Promise<{ signer(): RivalSigner }>
}

declare module '@digitalbazaar/vc' {
  type Signed = { [key: string]: import('../src/index.ts').Json } & { proof: { proofValue: string } }
  export function issue(options: { credential: object; suite: object; documentLoader: RivalLoader }): Promise<Signed>
  export function signPresentation(options: {
    presentation: object
    suite: object
    documentLoader: RivalLoader
    challenge: string
    domain?: string
  }): Promise<Signed>
  export function derive(options: {
    verifiableCredential: object
    suite: object
    documentLoader: RivalLoader
  }): Promise<Signed>
  export function verifyCredential(options: {
    credential: object
    suite: object
    documentLoader: RivalLoader
    now?: string
    checkStatus?: (options: object) => Promise<{ verified: boolean }>
  }): Promise<RivalResult>
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  interface RivalList {
    setStatus(index: number, isOn: boolean): void
  }
  export function createList(options: { length: number }): Promise<RivalList>
  export function createCredential(options: { id: string; list: RivalList; statusPurpose: string }): Promise<object>
  export function checkStatus(options: {
    credential: object
    documentLoader: RivalLoader
    suite: object
    verifyBitstringStatusListCredential: boolean
  }): Promise<RivalResult>
}

declare module '@digitalcredentials/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: RivalCryptosuite; signer?: RivalSigner; date?: string })
  }
}

declare module '@digitalcredentials/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: RivalCryptosuite
}

declare module '@digitalcredentials/vc' {
  type Signed = { [key: string]: import('../src/index.ts').Json } & { proof: { proofValue: string } }
  export function issue(options: { credential: object; suite: object; documentLoader: RivalLoader }): Promise<Signed>
  export function verifyCredential(options: {
    credential: object
    suite: object
    documentLoader: RivalLoader
    now?: string
    checkStatus?: (options: object) => Promise<{ verified: boolean }>
  }): Promise<RivalResult>
}

declare module '@digitalcredentials/vc-bitstring-status-list' {
  interface RivalList {
    setStatus(index: number, isOn: boolean): void
  }
  export function createList(options: { length: number }): Promise<RivalList>
  export function createCredential(options: { id: string; list: RivalList; statusPurpose: string }): Promise<object>
  export function checkStatus(options: {
    credential: object
    documentLoader: RivalLoader
    suite: object
    verifyBitstringStatusListCredential: boolean
  }): Promise<RivalResult>
}

declare module 'png-chunks-extract' {
  export default function extract(png: Uint8Array): { name: string; data: Uint8Array }[]
}
