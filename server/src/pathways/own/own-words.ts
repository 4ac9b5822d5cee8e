/** What a learner's own pages of micro-degrees say (해요체). */
import { type Condition, type Forecast, layMap, type MapItem, mapEntries, type Rule } from '@kolleges/requirements'
import { longDate } from '../../platform/dates.ts'
import type { Language } from '../../platform/handler.ts'
import { josa } from '../../platform/josa.ts'
import type { OwnPathway, OwnStanding } from './load-own.ts'

type Both = Readonly<Record<Language, string>>

export const OWN = {
  title: { ko: '내 마이크로디그리', en: 'My micro-degrees' },
  badges: { ko: '내 배지', en: 'My badges' },
  all: { ko: '내 마이크로디그리 모두 보기', en: 'All my micro-degrees' },
  none: { ko: '아직 참여한 마이크로디그리가 없어요', en: 'No micro-degrees yet' },
  noneMore: {
    ko: '과정에 들어 있는 배지를 받으면 여기에 얼마나 왔는지 보여요.',
    en: 'Once you earn a badge that counts toward one, you see here how far you have come.',
  },
  open: { ko: '자세히 보기', en: 'Open' },
  publicPage: { ko: '과정 안내 보기', en: 'About this micro-degree' },
  see: { ko: '받은 증명 보기', en: 'See the credential' },
  map: { ko: '이수 지도', en: 'Map' },
  inWords: { ko: '글로 읽기', en: 'In words' },
  next: { ko: '다음 추천', en: 'Next step' },
  seeBadge: { ko: '어떻게 받는지 보기', en: 'See how to earn it' },
  whatIf: { ko: '이 배지를 받으면?', en: 'What if?' },
  whatIfMore: {
    ko: '받을 생각이 있는 배지를 골라 보세요. 오늘 가장 좋은 성적으로 받는다고 보고 다시 계산해요. 저장되지 않아요.',
    en: 'Choose badges you might earn. They are reckoned as earned today at the best grade; nothing is stored.',
  },
  whatIfButton: { ko: '계산해 보기', en: 'Work it out' },
  forecast: { ko: '언제쯤 완성될까요', en: 'When you may be done' },
  stages: { ko: '신청과 승인', en: 'Applications' },
  apply: { ko: '신청하기', en: 'Apply' },
  version: { ko: '새로 바뀐 요건', en: 'New requirements' },
  versionMore: {
    ko: '시작할 때의 요건이 그대로 적용되고 있어요. 원하면 새 요건으로 옮길 수 있고, 옮기면 되돌릴 수 없어요.',
    en: 'The requirements you began with still apply to you. You may move to the new ones; there is no way back.',
  },
  removed: { ko: '없어지는 요건', en: 'No longer asked' },
  added: { ko: '새로 생기는 요건', en: 'Newly asked' },
  same: { ko: '요건의 문장은 같아요.', en: 'The requirements read the same.' },
  adopt: { ko: '새 요건으로 옮기기', en: 'Move to the new requirements' },
  adopted: { ko: '새 요건으로 옮겼어요.', en: 'You are under the new requirements now.' },
  place: { ko: '마이크로디그리에서의 자리', en: 'Part of a micro-degree' },
  showing: { ko: '진행 상황 공개', en: 'Showing your progress' },
  showLabel: {
    ko: '내 배지의 증명 페이지에서 이 과정을 얼마나 했는지 보여 주기',
    en: 'Show on the pages of my credentials how far I am',
  },
  showMore: {
    ko: '켜면 증명 페이지를 보는 누구나 이 과정에서 받은 배지를 알 수 있어요. ‘나만 보기’로 둔 배지는 세지 않아요.',
    en: 'Whoever sees such a page then learns which badges of this micro-degree you hold. Badges only you can see are left out.',
  },
  save: { ko: '저장', en: 'Save' },
  saved: { ko: '저장했어요.', en: 'Saved.' },
  appliedNow: {
    ko: '신청했어요. 결정되면 메일로 알려 드려요.',
    en: 'You have applied. We will mail you the decision.',
  },
  applied: { ko: '신청했어요. 승인을 기다리고 있어요.', en: 'You have applied. The institution will decide.' },
  awarded: { ko: '완성했어요.', en: 'Completed.' },
  flagged: {
    ko: '과정에 쓰인 배지가 취소되거나 효력이 멈추어 기관이 검토하고 있어요. 결정되면 메일로 알려 드려요.',
    en: 'A badge it counted was revoked or suspended, so the institution is reviewing it. We will mail you the decision.',
  },
  review: {
    ko: '요건을 모두 채웠어요. 기관이 심사하고 있어요.',
    en: 'You meet every requirement. It is being reviewed.',
  },
  degreeRefused: { ko: '심사에서 수여하지 않기로 했어요.', en: 'After review it was not awarded.' },
  degreeRevoked: { ko: '받은 마이크로디그리가 취소되었어요.', en: 'The micro-degree was revoked.' },
  stuck: {
    ko: '지금은 배지를 더 받아도 나아가지 않아요. 지도에서 잠긴 까닭을 확인해 주세요.',
    en: 'No further badge helps right now. The map says what is locked and why.',
  },
  onlyDecisions: {
    ko: '배지는 모두 모았어요. 남은 것은 확인과 승인이에요.',
    en: 'You have every badge. What is left is approval.',
  },
} as const satisfies Record<string, Both>

const COUNTED_KO = ['', '한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열']

/** `두 개` · `two badges` is more than a number needs in English, so `2 badges`. */
const badgesKo = (count: number): string => `배지 ${COUNTED_KO[count] ?? count}${count > 10 ? '' : ' '}개`
const badgesEn = (count: number): string => `${count} ${count === 1 ? 'badge' : 'badges'}`

/** `12학점 중 9학점, 배지 두 개 남았어요` */
export function standingText(standing: OwnStanding, language: Language): string {
  const left = standing.way.achievements.length
  const reached = reachedText(standing, language)
  if (standing.known.evaluation.outcome === 'met')
    return language === 'ko' ? `${reached}, 요건을 모두 채웠어요` : `${reached}; every requirement is met`
  if (left === 0) return reached
  return language === 'ko' ? `${reached}, ${badgesKo(left)} 남았어요` : `${reached}, ${badgesEn(left)} to go`
}

function reachedText({ rule, known, way }: OwnStanding, language: Language): string {
  const credits = creditsItem(rule, known)
  if (credits?.need !== undefined)
    return language === 'ko'
      ? `${credits.need}학점 중 ${credits.have ?? 0}학점`
      : `${credits.have ?? 0} of ${credits.need} credits`
  const done = known.evaluation.counted.length
  const all = done + way.achievements.length
  return language === 'ko' ? `배지 ${all}개 중 ${done}개` : `${done} of ${badgesEn(all)}`
}

const creditsItem = (rule: Rule, known: OwnStanding['known']): MapItem | undefined =>
  mapEntries(layMap(rule, known)).find(({ item, depth }) => depth === 0 && item.condition.kind === 'credits')?.item

/** What else is to be said of where it stands. */
export function remark(own: OwnPathway, language: Language): string {
  const { enrolment, standing, degree, credential } = own
  if (enrolment.state === 'applied') return OWN.applied[language]
  if (enrolment.state === 'refused') return refusedText(own, language)
  if (degree?.flaggedAt) return OWN.flagged[language]
  if (credential) return OWN.awarded[language]
  if (degree?.state === 'review') return OWN.review[language]
  if (degree?.state === 'refused') return OWN.degreeRefused[language]
  if (degree?.state === 'revoked') return OWN.degreeRevoked[language]
  if (degree?.state === 'waiting' && degree.awardOn) return waitingText(degree.awardOn, language)
  if (standing === null || standing.known.evaluation.outcome === 'met') return ''
  if (standing.way.achievements.length === 0)
    return standing.way.isComplete ? OWN.onlyDecisions[language] : OWN.stuck[language]
  return standing.way.achievements.length === 1 && standing.way.isComplete ? oneLeft(language) : ''
}

const oneLeft = (language: Language): string =>
  language === 'ko' ? '배지 하나만 더 받으면 마이크로디그리가 완성돼요!' : 'One badge to go for your micro-degree!'

function refusedText({ enrolment }: OwnPathway, language: Language): string {
  const note = enrolment.decisions.findLast(({ stage }) => stage === 'enrolment')?.note
  const said = language === 'ko' ? '신청이 받아들여지지 않았어요.' : 'Your application was not accepted.'
  return note ? `${said} ${language === 'ko' ? '사유' : 'Reason'}: ${note}` : said
}

const waitingText = (day: string, language: Language): string =>
  language === 'ko'
    ? `요건을 모두 채웠어요. ${longDate(`${day}T00:00:00+09:00`, 'ko')}에 수여돼요.`
    : `You meet every requirement. It is awarded on ${longDate(`${day}T00:00:00+09:00`, 'en')}.`

/** Honest about being an estimate; without a date where there is too little to go by. */
export function forecastText(found: Forecast, language: Language): string {
  const ko = language === 'ko'
  if (found.outcome === 'unknown') {
    if (found.because === 'nothing-left') return ''
    if (found.because === 'too-far')
      return ko ? '지금 속도로는 어림하기 어려울 만큼 멀어요.' : 'At your present pace it is too far off to estimate.'
    return ko
      ? '아직 받은 배지가 적거나 기간이 짧아서 어림할 수 없어요.'
      : 'There are too few badges, or too little time between them, to estimate from.'
  }
  const [year, month] = found.month.split('-').map(Number)
  const when = ko ? `${year}년 ${month}월` : monthName(found.month)
  const late = found.isTooLate
    ? ko
      ? ' 그런데 인정 기간이 그 전에 끝나요. 조금 서둘러 주세요.'
      : ' But badges stop counting before that, so you would have to be faster.'
    : ''
  return ko
    ? `지금까지처럼 배지 하나에 ${found.daysPerBadge}일쯤 걸린다면 ${when}쯤 완성할 수 있어요. 어림한 때라서 달라질 수 있어요.${late}`
    : `If each badge takes about ${found.daysPerBadge} days as so far, you may be done around ${when}. This is only an estimate.${late}`
}

const monthName = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )

export const nextText = (title: string, percent: number, isGoal: boolean, language: Language): string => {
  if (isGoal)
    return language === 'ko' ? `${josa(`‘${title}’`, '을/를')} 받으면 완성돼요.` : `“${title}” would complete it.`
  return language === 'ko'
    ? `${josa(`‘${title}’`, '을/를')} 받으면 남은 배지가 가장 적어져요 (${percent}%).`
    : `“${title}” leaves the fewest badges to earn (${percent}%).`
}

export const whatIfText = (standing: string, isMet: boolean, language: Language): string => {
  if (isMet) return language === 'ko' ? '고른 배지를 모두 받으면 완성돼요.' : 'With these it would be complete.'
  return language === 'ko' ? `고른 배지를 모두 받으면: ${standing}.` : `With these: ${standing}.`
}

export const stageWaiting = (day: string, language: Language): string =>
  language === 'ko'
    ? `${longDate(day, 'ko')}에 신청했어요. 결정을 기다려요.`
    : `Applied on ${longDate(day, 'en')}; awaiting a decision.`

export const isApproval = (condition: Condition): condition is Extract<Condition, { kind: 'approval' }> =>
  condition.kind === 'approval'

export const placeText = (title: string, done: number, total: number, language: Language): string =>
  language === 'ko' ? `${title}의 ${done}/${total}` : `${done} of ${total} badges of ${title}`
