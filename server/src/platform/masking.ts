/** Shortens names and addresses so that their bearer recognises them while others learn little. */

/** `김○늘`, `H. K.`: the outer syllables of a Korean name, the initials of another. */
export function maskName(name: string): string {
  const characters = [...name.normalize('NFC').trim()]
  if (/^[\p{Script=Hangul}\p{Script=Han}]+$/u.test(characters.join(''))) {
    if (characters.length < 3) return `${characters[0]}○`
    return `${characters[0]}${'○'.repeat(characters.length - 2)}${characters.at(-1)}`
  }
  const words = characters.join('').split(/[\s,.]+/u)
  return words
    .filter(Boolean)
    .map((word) => `${[...word][0]?.toUpperCase()}.`)
    .join(' ')
}

/** `ha•••@example.com`: always three dots, so the length stays unknown. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  const local = email.slice(0, at)
  return `${local.slice(0, local.length > 3 ? 2 : 1)}•••${email.slice(at)}`
}
