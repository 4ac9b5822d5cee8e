/** Brings the text of a cell into one form: composed, half-width, without invisible characters, one space between words. */
export const tidyText = (text: string): string =>
  halfWidth(text.toWellFormed())
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** Only Latin letters, digits and signs are narrowed: full compatibility folding would change words too. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g
