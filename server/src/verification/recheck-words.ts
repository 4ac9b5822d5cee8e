/** Lends words and drawings to the check in the visitor's own browser, in Korean and English. */
import type { Language } from '../platform/handler.ts'
import { pageIcon } from '../platform/icons.ts'
import { checkWords } from './check-words.ts'
import { WORDS_CACHE_SECONDS } from './limits.ts'
import { headlineOf, LOOKS } from './verdict-words.ts'

const ko = {
  offer: '이 브라우저에서 다시 확인',
  running: '이 브라우저에서 확인하는 중입니다…',
  failed: '이 브라우저에서는 확인하지 못했습니다. 위의 결과는 서버가 확인한 것입니다.',
  title: '이 브라우저의 확인 결과',
  intro:
    '서버의 답을 믿지 않고, 공개된 서명 원문과 발급기관의 키, 취소 목록을 받아 이 브라우저가 직접 계산한 결과입니다. 발급기관이 누구인지는 이 사이트의 말에 따릅니다.',
  same: '{time}에 이 브라우저에서 직접 확인했습니다: {verdict}.',
  differs: '이 브라우저가 공개된 문서만으로 확인한 결과는 위의 결과와 다릅니다: {verdict}. 위의 결과를 따르십시오.',
  worse: '{time}에 이 브라우저에서 확인한 결과가 서버의 답과 다릅니다: {verdict}.',
  server: '서버의 답은 ‘{verdict}’였으나 이 브라우저의 확인 결과는 다릅니다. 신뢰하기 전에 발급기관에 문의하십시오.',
  unable: '이 브라우저에서는 확인하지 못했습니다: {reason} 위의 결과는 서버가 확인한 것입니다.',
  pageName: '이 페이지의 내용과 서명된 내용 일치',
  standing: '발급기관에 관한 이 사이트의 말',
  hash: '서명된 내용의 SHA-256',
  'browser-too-old': '이 브라우저에는 Ed25519 서명을 확인하는 기능이 없습니다.',
  'original-unreachable': '서명 원문을 받아 오지 못했습니다.',
}

const en: typeof ko = {
  offer: 'Check again in this browser',
  running: 'Checking in this browser…',
  failed: 'It could not be checked in this browser. The result above is the server’s.',
  title: 'What this browser found',
  intro:
    'Computed by this browser from the signed original, the issuer’s key and the status list, without taking the server’s answer for it. Who the issuer is, it has by the word of this site.',
  same: 'Checked directly in this browser on {time}: {verdict}.',
  differs: 'From the public documents alone, this browser found something else: {verdict}. Go by the result above.',
  worse: 'Checked in this browser on {time}, with another answer than the server’s: {verdict}.',
  server: 'The server answered “{verdict}”, but this browser found otherwise. Ask the issuer before you rely on it.',
  unable: 'It could not be checked in this browser: {reason} The result above is the server’s.',
  pageName: 'This page shows what was signed',
  standing: 'This site’s word on the issuer',
  hash: 'SHA-256 of what was signed',
  'browser-too-old': 'This browser cannot check Ed25519 signatures.',
  'original-unreachable': 'The signed original could not be fetched.',
}

export const recheckWords = { ko, en } as const satisfies Record<Language, typeof ko>

export async function answerWords(language: Language): Promise<Response> {
  const { title, intro, same, differs, worse, server, unable, ...words } = recheckWords[language]
  const { names, outcomes, reasons, details } = checkWords[language]
  const body = {
    language,
    names: { ...names, page: words.pageName },
    outcomes,
    reasons: {
      ...reasons,
      'browser-too-old': words['browser-too-old'],
      'original-unreachable': words['original-unreachable'],
    },
    details: { ...details, standing: words.standing, hash: words.hash },
    icons: { passed: svg('passed'), failed: svg('failed'), inconclusive: svg('inconclusive') },
    looks: Object.fromEntries(
      STATES.map((state) => {
        const { tone, icon } = LOOKS[state]
        return [state, { headline: headlineOf(state, language), tone, icon: svg(icon) }]
      }),
    ),
    say: { title, intro, same, differs, worse, server, unable },
  }
  return new Response(JSON.stringify(body), {
    headers: {
      'content-type': 'application/json',
      'cache-control': `public, max-age=${WORDS_CACHE_SECONDS}`,
    },
  })
}

const STATES = Object.keys(LOOKS) as (keyof typeof LOOKS)[]

const svg = (name: Parameters<typeof pageIcon>[0]): string => String(pageIcon(name))
