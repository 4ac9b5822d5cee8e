// Says what may stand in each hole of a credential, by the place where it is.

import { isInstant } from '../../instant.ts'
import type { JsonObject } from '../../json.ts'
import { isUri } from '../../uri.ts'
import { holePointers } from './holes.ts'

export type HoleCheck = (value: string) => boolean

/** One check for each hole, in the order of the values that `split` gives. */
export const holeChecks = (document: JsonObject): readonly HoleCheck[] => holePointers(document).map(checkFor)

const DATES = /\/(?:validFrom|validUntil|awardedDate|activityStartDate|activityEndDate)$/

function checkFor(pointer: string): HoleCheck {
  if (DATES.test(pointer)) return isInstant
  return pointer.endsWith('/id') ? isUri : isAny
}

const isAny = (): boolean => true
