/** Folds an e-mail address, so that one person's address is the same however it was typed. */
export const recipientKey = (email: string): string => email.normalize('NFC').trim().toLowerCase()
