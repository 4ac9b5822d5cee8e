/** The names of this slice's jobs, as the queue stores them. */
export const ADVANCE_ISSUED = 'advance-issued'
export const ADVANCE_WITHHELD = 'advance-withheld'
export const ADVANCE_REVOKED = 'advance-revoked'
export const ADVANCE_SUSPENDED = 'advance-suspended'
export const RECKON_EVERYBODY = 'reckon-everybody'
export const ADVANCE_LEARNERS = 'advance-learners'
export const COMPOSE_RECORD = 'compose-degree-record'
export const AWARD_DUE_DEGREES = 'award-due-degrees'
