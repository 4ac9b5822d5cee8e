/** Finds resident registration numbers, which are never stored (Personal Information Protection Act, article 24-2). */
const PATTERN = /(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[\s\-‐-―−]?[1-8]\d{6}(?!\d)/

export const hasResidentNumber = (text: string): boolean => PATTERN.test(text.normalize('NFKC'))
