/** The secret in a claim link, made from the server's secret, so that none is stored and a message can be composed again. */
import { createHash, createHmac } from 'node:crypto'
import type { Ports } from '../platform/ports.ts'

/** 256 bits as base64url; another server secret makes all earlier links worthless. */
export function claimToken(ports: Pick<Ports, 'config'>, awardId: string): string {
  const { secret } = ports.config
  if (secret === undefined) throw new Error('the server runs without its secret')
  const key = createHmac('sha256', secret).update('kolleges claim key').digest()
  return createHmac('sha256', key).update(`claim${awardId}`).digest('base64url')
}

/** What is stored, and what a presented token is looked up by. */
export const claimHash = (token: string): Uint8Array => new Uint8Array(createHash('sha256').update(token).digest())
