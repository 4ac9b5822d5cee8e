/** Chooses the Korean particle that follows a word, by the sound the word ends in. */

/** Pairs as people write them: with a final consonant first. */
export const PARTICLES = [
  '을/를',
  '이/가',
  '은/는',
  '과/와',
  '으로/로',
  '아/야',
  '이라/라',
  '이며/며',
  '이나/나',
] as const
export type ParticlePair = (typeof PARTICLES)[number]

export const isParticlePair = (value: string): value is ParticlePair => PARTICLES.some((pair) => pair === value)

/**
 * The word with its particle: 김하늘을, 지우를, 서울로. What stands in brackets at the end is not sounded. A sound that cannot be told
 * (東京) takes what follows a vowel, or `both` as forms print them: 東京이(가).
 */
export function withParticle(word: string, pair: ParticlePair, untold: 'vowel' | 'both' = 'vowel'): string {
  const [closed, open] = pair.split('/') as [string, string]
  const ending = endingOf(word)
  if (ending === undefined && untold === 'both') return word + (pair === '으로/로' ? '(으)로' : `${closed}(${open})`)
  // 으로/로 alone treats a final ㄹ as open: 서울로, not 서울으로.
  const takesClosed = ending === 'consonant' || (ending === 'rieul' && pair !== '으로/로')
  return word + (takesClosed ? closed : open)
}

type Ending = 'vowel' | 'consonant' | 'rieul'

/** The final consonant of a syllable is its place in a block of 28 (Unicode 3.12); the eighth is rieul. */
const FINALS = 28
const RIEUL = 8

/** How the digits end when read aloud: 영 일 이 삼 사 오 육 칠 팔 구. */
const DIGITS: readonly Ending[] = [
  'consonant',
  'rieul',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'rieul',
  'rieul',
  'vowel',
]

function endingOf(word: string): Ending | undefined {
  const sounded =
    word
      .normalize('NFC')
      .replace(/\s*[([{（「『][^)\]}）」』]*[)\]}）」』]\s*$/u, '')
      .replace(/[^\p{L}\p{N}]+$/u, '') || word
  const last = [...sounded].at(-1) ?? ''
  if (/[가-힣]/.test(last)) {
    const final = (last.codePointAt(0)! - 0xac00) % FINALS
    return final === 0 ? 'vowel' : final === RIEUL ? 'rieul' : 'consonant'
  }
  if (/[0-9]/.test(last)) return DIGITS[Number(last)]!
  return latinEnding(/[A-Za-z]+$/.exec(sounded)?.[0])
}

const LETTERS: Readonly<Record<string, Ending>> = { L: 'rieul', R: 'rieul', M: 'consonant', N: 'consonant' }

/** By how Korean speakers sound it: initials letter by letter (엘, 알, 엠, 엔), a word roughly as Korean spells its sound. */
function latinEnding(letters: string | undefined): Ending | undefined {
  if (letters === undefined) return undefined
  if (letters === letters.toUpperCase()) return LETTERS[letters.at(-1)!] ?? 'vowel'
  if (/le?$/i.test(letters)) return 'rieul'
  // A short vowel before a final stop becomes a 받침: Book 북, Basic 베이직, Git 깃.
  return /(?:[mn]e?|ng|[aeiou](?:[bckpt]|ck))$/i.test(letters) ? 'consonant' : 'vowel'
}
