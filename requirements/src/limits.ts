// Numbers of the rule language, with their units last.
/** How deep conditions may nest. */
export const RULE_DEPTH_MAX = 12
/** How many conditions a rule may have altogether. */
export const RULE_CONDITIONS_MAX = 200
export const HOLDINGS_MAX = 1_000
/** Badges that could stand in more than one place of a rule at once; beyond it the exact choice is refused, not guessed. */
export const CONTENDED_HOLDINGS_MAX = 14
/** Ways of filling the caps of one credit condition that are looked at; beyond it too the choice is refused. */
export const POOL_FILLINGS_MAX = 20_000
export const CREDITS_MAX = 1_000
export const SEMESTERS_MAX = 100
export const HOURS_MAX = 100_000
export const TEXT_CHARACTERS_MAX = 200
/** Badges a learner could earn that are tried out for the next step: what the rule names, then the largest. */
export const OFFERS_TRIED_MAX = 60
/** Of the badges that help, those tried in pairs. */
export const PAIRS_OF_OFFERS_MAX = 16
export const WAY_BADGES_MAX = 40
/** A longer way is not looked at for a pair of badges that would do instead. */
export const WAY_PAIRED_BADGES_MAX = 8
/** Below these there is too little to estimate a pace from. */
export const PACE_BADGES_MIN = 3
export const PACE_DAYS_MIN = 30
/** An estimate further ahead tells nobody anything. */
export const FORECAST_DAYS_MAX = 5 * 365
