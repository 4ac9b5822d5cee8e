/** The names of this slice's jobs, as the queue stores them. */
export const ISSUE_AWARDS = 'issue-awards'
export const SWEEP_AWARDS = 'sweep-awards'
export const LIFT_SUSPENSIONS = 'lift-suspensions'
export const PRINT_CERTIFICATES = 'print-certificates'
