/** Brings an e-mail address into the one form under which accounts, members and awards are found. */
export const foldEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase()
