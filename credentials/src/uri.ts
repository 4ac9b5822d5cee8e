// Says what is an absolute URI.

/** Without white space, quotes or brackets that RFC 3986 forbids. */
export const isUri = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/.test(value)
