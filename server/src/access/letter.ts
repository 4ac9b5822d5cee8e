/** Lays a short letter out as text and as HTML. */
import type { Language } from '@kolleges/api'

export type Letter = {
  readonly subject: string
  readonly language: Language
  readonly heading: string
  readonly lines: readonly string[]
  readonly code?: string
  readonly button: { readonly label: string; readonly href: string }
  readonly small: string
}

/** No picture, no tracking, nothing to load: the letter reads the same in every mail program. */
export const letter = (parts: Letter): { subject: string; text: string; html: string } => ({
  subject: parts.subject,
  text: textOf(parts),
  html: htmlOf(parts),
})

const textOf = ({ heading, lines, code, button, small }: Letter): string =>
  [heading, lines.join('\n'), code, `${button.label}: ${button.href}`, small].filter(Boolean).join('\n\n')

const FONT = "font-family:'Apple SD Gothic Neo','Malgun Gothic',Pretendard,system-ui,sans-serif"

const htmlOf = ({ language, heading, lines, code, button, small }: Letter): string => `<!doctype html>
<html lang="${language}"><body style="margin:0;padding:32px 16px;background:#f7f8fb;${FONT};word-break:keep-all;overflow-wrap:anywhere;color:#12161f">
<div style="max-width:480px;margin:0 auto;background:#ffffff;border:1px solid #e4e8ef;border-radius:16px;padding:32px">
<h1 style="margin:0 0 12px;font-size:20px;line-height:1.4">${escaped(heading)}</h1>
${lines.map((line) => `<p style="margin:0 0 16px;font-size:15px;line-height:1.6">${escaped(line)}</p>`).join('\n')}
${code ? `<p style="margin:0 0 20px;font-size:32px;font-weight:700;letter-spacing:6px">${escaped(code)}</p>` : ''}
<p style="margin:0 0 20px"><a href="${escaped(button.href)}" style="display:inline-block;padding:12px 20px;border-radius:10px;background:#2447a6;color:#ffffff;font-size:15px;font-weight:700;text-decoration:none">${escaped(button.label)}</a></p>
<p style="margin:0;font-size:13px;line-height:1.6;color:#5b6475">${escaped(small)}</p>
</div></body></html>`

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
