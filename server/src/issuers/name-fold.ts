/** Folds a name to what the eye takes in, so that two names which look alike become equal. */

/**
 * Letters that look like a Latin one, each beside it: Cyrillic, Greek, others. UTS #39 names thousands; these are the ones that
 * keyboards have.
 */
const PAIRS = 'аa вb сc еe һh іi јj кk мm нh оo рp ѕs тt уy хx αa βb εe ηn ιi κk μu νv οo ρp τt υu χx ıi ℓl'.split(' ')
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(PAIRS.map(([letter, latin]) => [letter!, latin!]))

/** Width, case, spaces, punctuation and invisible characters do not make another name (T2). */
export const foldName = (name: string): string =>
  Array.from(name.normalize('NFKC').toLowerCase(), (letter) => LOOK_ALIKES.get(letter) ?? letter)
    .join('')
    .replace(/[^\p{Letter}\p{Number}\p{Mark}]/gu, '')
    .replace(/[i1]/g, 'l')
    .replaceAll('0', 'o')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')

/** Every name of an institution, folded, each once. */
export const foldsOf = (name: { readonly ko: string; readonly en: string }): string[] =>
  [...new Set([foldName(name.ko), foldName(name.en)])].filter((fold) => fold !== '')
