// What was compared in each check, for whoever wants to follow it step by step.
import { documentUrl, type VerificationResult } from '@kolleges/credentials'

type Check = VerificationResult['checks'][number]
type Explained = Pick<VerificationResult, 'canonicalHash'>

/** Lines of `name: value` under one check; the names are the standards' own words. */
export function explain({ check, detail = {} }: Check, { canonicalHash }: Explained): readonly string[] {
  const rows = Object.entries(detail)
  if (check === 'signature') {
    const keyDocument = detail.verificationMethod && documentUrl(detail.verificationMethod.split('#')[0]!)
    if (keyDocument) rows.push(['keyDocument', keyDocument])
    if (canonicalHash) rows.push(['canonicalHash', `sha256 ${canonicalHash}`])
  }
  return rows.map(([name, value]) => `${name}: ${printable(value)}`)
}

/** A stranger's text must not move the cursor of a terminal or hide what stands beside it. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd')
