// Decides what may be said when two have judged the same credential: the server, and this browser.
import { VERDICTS, type Verdict } from '@kolleges/credentials'
import type { Finding } from './judge.ts'

export type Comparison =
  | { readonly outcome: 'unable'; readonly because: string }
  /** Only here may the page say that this browser has checked it. */
  | { readonly outcome: 'same'; readonly verdict: Verdict }
  | { readonly outcome: 'differs'; readonly verdict: Verdict; readonly isWorse: boolean }

/** `shown` is what the page says. A line that could not be checked proves nothing, whatever the verdict. */
export function compare(finding: Finding, shown: string | undefined): Comparison {
  if (finding.outcome === 'unable') return finding
  const { lines } = finding
  const isPageOther = lines.some(({ check, outcome }) => check === 'page' && outcome !== 'passed')
  const verdict = isPageOther ? 'tampered' : finding.verdict
  if (verdict === 'status_unknown') return { outcome: 'unable', because: reasonIn(finding) }
  if (verdict === shown) return { outcome: 'same', verdict }
  // A suspension sets the bit of the revocation list: from the public documents alone the two look the same.
  if (shown === 'suspended' && verdict === 'revoked') return { outcome: 'differs', verdict, isWorse: false }
  const isWorse = !isVerdict(shown) || VERDICTS.indexOf(verdict) < VERDICTS.indexOf(shown)
  return { outcome: 'differs', verdict, isWorse }
}

const isVerdict = (state: string | undefined): state is Verdict => VERDICTS.some((verdict) => verdict === state)

const reasonIn = ({ lines }: Extract<Finding, { outcome: 'judged' }>): string =>
  lines.find(({ outcome }) => outcome === 'inconclusive')?.because ?? 'status-list-unreachable'
