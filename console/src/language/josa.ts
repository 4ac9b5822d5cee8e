// Picks the Korean particle that fits the sound a word ends with.
const PAIRS = {
  '을/를': ['을', '를'],
  '이/가': ['이', '가'],
  '은/는': ['은', '는'],
  '으로/로': ['으로', '로'],
} as const
export type Particle = keyof typeof PAIRS

/** The word with its particle: `josa('한빛대학교', '을/를')` is `한빛대학교를`. */
export function josa(word: string, particle: Particle): string {
  const [afterConsonant, afterVowel] = PAIRS[particle]
  const final = finalSound(word)
  if (final === 'none') return word + afterVowel
  return word + (particle === '으로/로' && final === 'ㄹ' ? afterVowel : afterConsonant)
}

type Final = 'none' | 'ㄹ' | 'consonant'

function finalSound(word: string): Final {
  const last = word.replace(/[^\p{L}\p{N}]+$/u, '').at(-1) ?? ''
  const code = last.charCodeAt(0)
  if (code >= 0xac00 && code <= 0xd7a3) {
    const jamo = (code - 0xac00) % 28
    return jamo === 0 ? 'none' : jamo === 8 ? 'ㄹ' : 'consonant'
  }
  // Digits and Latin letters as Koreans read them aloud: 1 일, 7 칠, 8 팔, L 엘, R 알.
  if (/[178lr]/i.test(last)) return 'ㄹ'
  return /[036mn]/i.test(last) ? 'consonant' : 'none'
}
