/** How the secret of an API key is spelled. */
import type { Random } from '../../platform/ports.ts'
import { API_KEY_BYTES } from '../limits.ts'

const SPELLING = /^kl_(?:live|test)_[A-Za-z0-9_-]{43}$/

/** The prefix lets people and secret scanners tell what they have found. */
export const newKeySecret = (random: Random, kind: 'live' | 'test'): string =>
  `kl_${kind}_${Buffer.from(random.bytes(API_KEY_BYTES)).toString('base64url')}`

/** Spares the database whatever cannot be a key. */
export const isKeySecret = (text: string): boolean => SPELLING.test(text)
