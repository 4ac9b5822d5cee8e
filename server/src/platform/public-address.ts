/** Tells the addresses of the public internet from all others. */
import ipaddr from 'ipaddr.js'

/** Everything is refused that some registry reserves: loopback, private, link-local, mapped, tunnelled, documentation. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  // Only 2000::/3 is given out for global unicast.
  return address.kind() === 'ipv4' || (address.toByteArray()[0]! & 0xe0) === 0x20
}
