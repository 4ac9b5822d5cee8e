// Brings the first field with a fault into view, so that nobody has to look for it.

/** The fault has to be drawn before its field can be found. */
const AFTER_DRAWING_MS = 50

export const focusFirstFault = (): void => {
  setTimeout(() => document.querySelector<HTMLElement>('#main [aria-invalid="true"]')?.focus(), AFTER_DRAWING_MS)
}
