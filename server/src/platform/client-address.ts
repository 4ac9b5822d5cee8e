/** Names the caller's network address: the connection's, or what a proxy on this machine says of it. */
const LOCAL = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Only a proxy on this machine is believed, and only the entry it added itself: the last one. */
export function clientAddressOf(remote: string | undefined, forwardedFor: string | null): string {
  const address = remote ?? ''
  if (!LOCAL.has(address) || forwardedFor === null) return address
  return forwardedFor.split(',').at(-1)?.trim() || address
}
