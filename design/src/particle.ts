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

/** The word with its particle: 김하늘을, 지우를, 서울로. What stands in brackets at the end is not sounded. */
export function withParticle(word: string, pair: ParticlePair): string {
  const [closed, open] = pair.split('/') as [string, string]
  const ending = endingOf(word)
  const takesClosed = pair === '으로/로' ? ending === 'consonant' : ending !== 'vowel'
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

function endingOf(word: string): Ending {
  const sounded =
    word.replace(/\s*[([{（「『][^)\]}）」』]*[)\]}）」』]\s*$/u, '').replace(/[^\p{L}\p{N}]+$/u, '') || word
  const last = [...sounded].at(-1) ?? ''
  if (/[가-힣]/.test(last)) {
    const final = (last.codePointAt(0)! - 0xac00) % FINALS
    return final === 0 ? 'vowel' : final === RIEUL ? 'rieul' : 'consonant'
  }
  if (/[0-9]/.test(last)) return DIGITS[Number(last)]!
  return latinEnding(sounded)
}

/** By how Korean speakers sound the last letters: an abbreviation letter by letter, a word as it is said. */
function latinEnding(word: string): Ending {
  if (/(?:^|[^A-Za-z])[A-Z]*[LR]$/.test(word)) return 'rieul'
  if (/(?:^|[^A-Za-z])[A-Z]*[MN]$/.test(word)) return 'consonant'
  if (/[a-z]l$/i.test(word)) return 'rieul'
  return /(?:[mn]|ng|[aeiou][bckpt])$/i.test(word) && !/[A-Z]{2}$/.test(word) ? 'consonant' : 'vowel'
}
