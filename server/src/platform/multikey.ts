/** Writes an Ed25519 public key as a multikey: base58btc of the 0xed01 prefix and the 32 bytes. */
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

export function encodeEd25519Multikey(publicKey: Uint8Array): string {
  let number = BigInt(`0x${Buffer.concat([Buffer.from([0xed, 0x01]), publicKey]).toString('hex')}`)
  let text = ''
  for (; number > 0n; number /= 58n) text = ALPHABET[Number(number % 58n)] + text
  return `z${text}`
}
