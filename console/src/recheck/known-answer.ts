// Asks this browser for an answer that is known, since one without Ed25519 would call every signature wrong.
import { webPrimitives } from '@kolleges/credentials'

/** RFC 8032, 7.1, test 1: a signature over nothing. */
const PUBLIC_KEY = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'
const SIGNATURE =
  'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'

/** False too where the page is not secure, because then there is no WebCrypto at all. */
export async function canVerify(): Promise<boolean> {
  if (!globalThis.crypto?.subtle) return false
  return webPrimitives.verify('Ed25519', bytesOf(PUBLIC_KEY), new Uint8Array(), bytesOf(SIGNATURE))
}

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
