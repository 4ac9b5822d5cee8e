// Types the two parts of the reference processors that this package calls.

declare module 'jsonld' {
  interface RemoteDocument {
    contextUrl: null
    documentUrl: string
    document: object
  }
  interface ToRdfOptions {
    documentLoader: (url: string) => Promise<RemoteDocument>
    base: null
    safe: true
    rdfDirection: 'i18n-datatype'
    produceGeneralizedRdf: false
  }
  const jsonld: {
    toRDF(document: object, options: ToRdfOptions): Promise<import('rdf-canonize').Quad[]>
  }
  export default jsonld
}

declare module 'rdf-canonize' {
  export interface Term {
    termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph'
    value: string
    datatype?: Term
    language?: string
  }
  export interface Quad {
    subject: Term
    predicate: Term
    object: Term
    graph: Term
  }
  interface MessageDigest {
    update(text: string): void
    digest(): string | Promise<string>
  }
  interface CanonizeOptions {
    algorithm: 'RDFC-1.0'
    format?: 'application/n-quads'
    inputFormat?: 'application/n-quads'
    maxDeepIterations?: number
    messageDigestAlgorithm?: 'sha256' | 'sha384'
    canonicalIdMap?: Map<string, string>
    createMessageDigest?: () => MessageDigest
  }
  const rdfCanonize: {
    canonize(input: readonly Quad[] | string, options: CanonizeOptions): Promise<string>
    NQuads: { parse(text: string): Quad[]; serialize(quads: readonly Quad[]): string }
  }
  export default rdfCanonize
}
