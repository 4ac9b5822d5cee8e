/** The names of the jobs of signing in. */
export const SEND_INVITATION = 'send-invitation'
export const SWEEP_ACCESS = 'sweep-access'
