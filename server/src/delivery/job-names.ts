/** The names of this slice's jobs, as the queue stores them. */
export const DELIVER_CREDENTIALS = 'deliver-credentials'
export const TELL_SUSPENDED = 'tell-suspended'
export const TELL_REINSTATED = 'tell-reinstated'
export const SEND_MESSAGE = 'send-message'
export const SWEEP_MESSAGES = 'sweep-messages'
