/** Folds a name to what the eye takes in, so that two names which look alike become equal. */

/** Letters of other alphabets that look like a Latin one (UTS #39 names thousands; these are the ones keyboards have). */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      а: 'a',
      в: 'b',
      с: 'c',
      е: 'e',
      һ: 'h',
      і: 'i',
      ј: 'j',
      к: 'k',
      м: 'm',
      н: 'h',
      о: 'o',
      р: 'p',
      ѕ: 's',
      т: 't',
    },
    ...{
      у: 'y',
      х: 'x',
      α: 'a',
      β: 'b',
      ε: 'e',
      η: 'n',
      ι: 'i',
      κ: 'k',
      μ: 'u',
      ν: 'v',
      ο: 'o',
      ρ: 'p',
      τ: 't',
      υ: 'u',
      χ: 'x',
    },
    ...{ ı: 'i', ℓ: 'l' },
  }),
)

/** Width, case, spaces, punctuation and invisible characters do not make another name (T2). */
export const foldName = (name: string): string =>
  Array.from(name.normalize('NFKC').toLowerCase(), (letter) => LOOK_ALIKES.get(letter) ?? letter)
    .join('')
    .replace(/[^\p{Letter}\p{Number}\p{Mark}]/gu, '')

/** Every name of an institution, folded, each once. */
export const foldsOf = (name: { readonly ko: string; readonly en: string }): string[] =>
  [...new Set([foldName(name.ko), foldName(name.en)])].filter((fold) => fold !== '')
