/** Chooses the Korean particle that fits the sound a word ends with. */
export type JosaPair = '을/를' | '이/가' | '은/는' | '과/와' | '으로/로'

type Ending = 'open' | 'closed' | 'rieul'

/** The word with the particle that its last sound asks for; `이(가)` where the sound cannot be told. */
export function josa(word: string, pair: JosaPair): string {
  const [afterClosed, afterOpen] = pair.split('/') as [string, string]
  const ending = endingOf(word)
  if (ending === undefined) return `${word}${undecided(pair)}`
  // 으로/로 alone treats a final ㄹ as open: 서울로, not 서울으로.
  const closed = ending === 'closed' || (ending === 'rieul' && pair !== '으로/로')
  return `${word}${closed ? afterClosed : afterOpen}`
}

const undecided = (pair: JosaPair): string =>
  ({ '을/를': '을(를)', '이/가': '이(가)', '은/는': '은(는)', '과/와': '과(와)', '으로/로': '(으)로' })[pair]

function endingOf(word: string): Ending | undefined {
  const last = word.normalize('NFC').match(/[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u)?.[0]
  if (last === undefined) return undefined
  if (last >= '가' && last <= '힣') return hangulEnding(last)
  if (/[0-9]/.test(last)) return DIGIT_ENDINGS[Number(last)]
  if (/[A-Za-z]/.test(last)) return latinEnding(word.match(/[A-Za-z]+(?=[^A-Za-z]*$)/)?.[0] ?? last)
  return undefined
}

const FIRST_SYLLABLE = 0xac00
const FINALS = 28
const FINAL_RIEUL = 8

function hangulEnding(syllable: string): Ending {
  const final = (syllable.charCodeAt(0) - FIRST_SYLLABLE) % FINALS
  return final === 0 ? 'open' : final === FINAL_RIEUL ? 'rieul' : 'closed'
}

// 영 일 이 삼 사 오 육 칠 팔 구; a trailing zero is 십, 백, 천 or 만, which all end closed as 영 does.
const DIGIT_ENDINGS: readonly Ending[] = [
  'closed',
  'rieul',
  'open',
  'closed',
  'open',
  'open',
  'closed',
  'rieul',
  'rieul',
  'open',
]

/** Initials are read letter by letter (엘, 엠, 엔, 알); other words roughly as Korean spells their sound. */
function latinEnding(word: string): Ending {
  if (word === word.toUpperCase()) return LETTER_ENDINGS[word.at(-1) as string] ?? 'open'
  const lower = word.toLowerCase()
  if (/(?:l|le)$/.test(lower)) return 'rieul'
  if (/(?:m|n|ng|me|ne)$/.test(lower)) return 'closed'
  // A short vowel before a final stop becomes a 받침: Book 북, Basic 베이직, Git 깃.
  if (/[aeiou](?:b|c|ck|k|p|t)$/.test(lower)) return 'closed'
  return 'open'
}

const LETTER_ENDINGS: Readonly<Record<string, Ending>> = { L: 'rieul', R: 'rieul', M: 'closed', N: 'closed' }
