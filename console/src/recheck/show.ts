// Tells the page what this browser found: one sentence, its own list of checks, and the verdict's bar when it is worse.
import { compare } from './compare.ts'
import type { Finding, Line } from './judge.ts'
import type { Said, Words } from './words.ts'

/** Green is only ever taken away here, never given. */
export function show(finding: Finding, words: Words): string {
  const bar = document.querySelector<HTMLElement>('[data-verdict]')
  const comparison = compare(finding, bar?.dataset.verdict)
  if (finding.outcome === 'judged') listChecks(finding.lines, words)
  const { outcome } = comparison
  const time = finding.outcome === 'judged' ? timeIn(finding.at, words) : ''
  if (outcome === 'unable')
    return fill(words.say.unable, { reason: words.reasons[comparison.because] ?? comparison.because })
  const { headline } = words.looks[comparison.verdict]
  // What this browser found before no longer holds: the page is asked for anew, as the server has it.
  if (outcome === 'same' && bar?.dataset.turned !== undefined) location.reload()
  if (outcome === 'same') return fill(words.say.same, { time, verdict: headline })
  if (bar && comparison.isWorse) turn(bar, comparison.verdict, words)
  return fill(words.say[(comparison.isWorse ? 'worse' : 'differs') satisfies Said], { time, verdict: headline })
}

/** The bar now says what this browser found, and what the server had said. */
function turn(bar: HTMLElement, verdict: keyof Words['looks'], words: Words): void {
  const { headline, tone, icon } = words.looks[verdict]
  const title = bar.querySelector('strong')
  const sentence = bar.querySelector('p')
  const before = bar.dataset.turned ?? title?.textContent ?? ''
  bar.dataset.turned = before
  bar.className = `verdict tone-${tone}`
  bar.querySelector('svg')?.replaceWith(drawing(icon))
  if (title) title.textContent = headline
  if (sentence) sentence.textContent = fill(words.say.server, { verdict: before })
}

function listChecks(lines: readonly Line[], words: Words): void {
  const list = element('ul', { className: 'checks' }, ...lines.map((line) => rowOf(line, words)))
  const part = element(
    'section',
    { className: 'stack', id: 'recheck' },
    element('h3', { textContent: words.say.title }),
    element('p', { className: 'quiet', textContent: words.say.intro }),
    list,
  )
  const before = document.getElementById('recheck')
  if (before) before.replaceWith(part)
  else document.querySelector('.checks')?.after(part)
}

function rowOf({ check, outcome, because, detail = {} }: Line, words: Words): HTMLElement {
  const reason = because === undefined ? '' : ` — ${words.reasons[because] ?? because}`
  const rows = Object.entries(detail).map(([name, value]) =>
    element(
      'div',
      {},
      element('dt', { textContent: words.details[name] ?? name }),
      element('dd', { textContent: INSTANTS.has(name) ? timeIn(value, words) : value }),
    ),
  )
  return element(
    'li',
    { className: outcome },
    drawing(words.icons[outcome] ?? ''),
    element(
      'div',
      {},
      element('strong', { textContent: words.names[check] ?? check }),
      element('p', { className: 'small', textContent: `${words.outcomes[outcome] ?? outcome}${reason}` }),
    ),
    ...(rows.length > 0 ? [element('dl', {}, ...rows)] : []),
  )
}

const INSTANTS = new Set(['at', 'created', 'validFrom', 'validUntil'])

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<Pick<HTMLElement, 'className' | 'id' | 'textContent'>>,
  ...children: readonly Node[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

/** One of the server's own drawings. */
const drawing = (svg: string): Node =>
  new DOMParser().parseFromString(svg, 'text/html').body.firstElementChild ?? document.createTextNode('')

const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')

/** As the server writes it: `2026년 11월 23일 16:31`, in Seoul. */
function timeIn(at: string, { language }: Words): string {
  if (Number.isNaN(Date.parse(at))) return at
  const zone = { timeZone: 'Asia/Seoul' } as const
  const day = new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', { ...zone, dateStyle: 'long' })
  const time = new Intl.DateTimeFormat('en-GB', { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${day.format(new Date(at))}${language === 'ko' ? ' ' : ' at '}${time.format(new Date(at))}`
}
