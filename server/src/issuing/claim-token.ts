/** The secret in a claim link, made from the server's own secret, so that none is stored and a message can be composed again. */
import { createHash, createHmac } from 'node:crypto'
import type { Config, Ports } from '../platform/ports.ts'
import { deriveKey, readSecret } from '../platform/secret.ts'

/** 256 bits as base64url. Under another server secret all earlier links are worthless. */
export const claimToken = (ports: Pick<Ports, 'config'>, awardId: string): string =>
  createHmac('sha256', keyOf(ports.config)).update(`claim ${awardId}`).digest('base64url')

/** What is stored, and what a presented token is looked up by. */
export const claimHash = (token: string): Uint8Array => new Uint8Array(createHash('sha256').update(token).digest())

/** Reading the secret may touch the disk, and a batch asks thousands of times. */
const KEYS = new WeakMap<Config, Buffer>()

function keyOf(config: Config): Buffer {
  const key = KEYS.get(config) ?? deriveKey(readSecret(config), 'claim')
  KEYS.set(config, key)
  return key
}
