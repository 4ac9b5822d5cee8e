// Bakes a credential's text into a picture, or takes it out again.

import { CredentialError } from '../errors.ts'
import { INPUT_BYTES_MAX } from '../limits.ts'
import { type BakedEdition, type Extracted, type ExtractRefusal, formOf } from './baked.ts'
import { bakePng, extractPng, isPng } from './png.ts'
import { bakeSvg, extractSvg, looksLikeSvg } from './svg.ts'

export type ImageMediaType = 'image/png' | 'image/svg+xml'

interface Format {
  readonly isOne: (bytes: Uint8Array) => boolean
  readonly bake: (image: Uint8Array, text: string, edition: BakedEdition) => Uint8Array
  readonly extract: (bytes: Uint8Array) => Extracted
}

const FORMATS: Readonly<Record<ImageMediaType, Format>> = {
  'image/png': { isOne: isPng, bake: bakePng, extract: extractPng },
  'image/svg+xml': { isOne: looksLikeSvg, bake: bakeSvg, extract: extractSvg },
}

/** The picture with the credential in it (OB 3.0 §5.3). Throws for a picture that is not one, or that already carries a credential. */
export function bake(
  image: Uint8Array,
  mediaType: ImageMediaType,
  text: string,
  edition: BakedEdition = 'ob3',
): Uint8Array {
  const format = FORMATS[mediaType]
  if (!format) throw new CredentialError('image-type-unknown', { mediaType })
  if (formOf(text) === null) throw new CredentialError('text-not-bakeable', { wanted: 'JSON object or compact JWS' })
  return format.bake(image, text, edition)
}

/** Untrusted bytes. Gives the one credential in them, or says why there is none: the picture itself is no evidence. */
export function extract(bytes: Uint8Array): Extracted {
  if (bytes.length > INPUT_BYTES_MAX) return refused('image-too-large')
  const format = Object.values(FORMATS).find(({ isOne }) => isOne(bytes))
  return format ? format.extract(bytes) : refused('image-type-unknown')
}

const refused = (reason: ExtractRefusal): Extracted => ({ outcome: 'refused', reason })
