// Names the ways in which a picture carries a credential, and the ways in which it fails to.

export type BakedEdition = 'ob3' | 'ob2' | 'clr2'
export type BakedForm = 'json' | 'jws' | 'url'

export type ExtractRefusal =
  | 'image-too-large'
  | 'image-type-unknown'
  | 'png-malformed'
  | 'png-checksum-wrong'
  | 'png-too-many-chunks'
  | 'svg-malformed'
  | 'svg-doctype'
  | 'svg-too-deep'
  | 'no-credential'
  | 'several-credentials'
  | 'credential-compressed'
  | 'credential-too-large'
  | 'credential-malformed'

export type Extracted =
  | {
      readonly outcome: 'extracted'
      readonly text: string
      readonly form: BakedForm
      readonly mediaType: 'image/png' | 'image/svg+xml'
      readonly edition: BakedEdition
    }
  | { readonly outcome: 'refused'; readonly reason: ExtractRefusal }

const JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/

/** What kind of credential text this is; null for neither JSON object nor compact JWS. */
export function formOf(text: string): 'json' | 'jws' | null {
  const trimmed = text.trim()
  if (trimmed.startsWith('{') && trimmed.endsWith('}')) return 'json'
  return JWS.test(trimmed) ? 'jws' : null
}
