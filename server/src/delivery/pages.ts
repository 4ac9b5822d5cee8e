/** Lays a message out as tables with inline styles, which every mail program understands. */
import { html } from 'hono/html'
import type { Language } from '../platform/handler.ts'
import { BADGE_WIDTH_PX } from './limits.ts'

export type MailParts = {
  readonly language: Language
  readonly subject: string
  readonly preheader: string
  readonly institution: string
  readonly greeting: string
  readonly arrived: string
  readonly test?: string
  readonly claim: string
  readonly button: string
  readonly link: string
  readonly orOpen: string
  readonly validity: string
  readonly safety: string
  readonly otherLanguage: string
  readonly badge: string
  readonly imageUrl: string
  readonly imageAlt: string
  readonly color: string
  readonly ink: string
}

const FONT =
  "font-family:Pretendard,'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR',Segoe UI,Roboto,Arial,sans-serif"
const TEXT = `${FONT};font-size:16px;line-height:1.6;color:#1b2333;word-break:keep-all`
const SMALL = `${FONT};font-size:13px;line-height:1.6;color:#5a6577;word-break:keep-all`

/** All texts are escaped by the tag. */
export const renderMail = (parts: MailParts): string =>
  String(html`<!doctype html>
<html lang="${parts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${parts.subject}</title>
</head>
<body style="margin:0;padding:0;background:#f3f5f9">
<div style="display:none;max-height:0;overflow:hidden">${parts.preheader}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f5f9">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-radius:12px">
<tr><td style="padding:20px 28px;border-top:6px solid ${parts.color};border-radius:12px 12px 0 0;${TEXT};font-weight:700">${parts.institution}</td></tr>
<tr><td align="center" style="padding:8px 28px 0">
<img src="${parts.imageUrl}" width="${BADGE_WIDTH_PX}" height="${BADGE_WIDTH_PX}" alt="${parts.imageAlt}" style="display:block;border:0;width:${BADGE_WIDTH_PX}px;height:${BADGE_WIDTH_PX}px">
</td></tr>
<tr><td align="center" style="padding:12px 28px 0;${TEXT};font-size:20px;font-weight:700">${parts.badge}</td></tr>
<tr><td style="padding:20px 28px 0;${TEXT}"><strong>${parts.greeting}</strong><br>${parts.arrived}</td></tr>
${parts.test ? testLine(parts.test) : ''}
<tr><td style="padding:12px 28px 0;${TEXT}">${parts.claim}</td></tr>
<tr><td align="center" style="padding:24px 28px 8px">
<table role="presentation" cellpadding="0" cellspacing="0"><tr><td style="background:${parts.color};border-radius:8px">
<a href="${parts.link}" style="display:inline-block;padding:14px 28px;${FONT};font-size:16px;font-weight:700;line-height:1.25;color:${parts.ink};text-decoration:none">${parts.button}</a>
</td></tr></table>
</td></tr>
<tr><td style="padding:12px 28px 0;${SMALL}">${parts.orOpen}<br><a href="${parts.link}" style="color:#2f5bd0;word-break:break-all">${parts.link}</a></td></tr>
<tr><td style="padding:8px 28px 24px;${SMALL}">${parts.validity}</td></tr>
<tr><td style="padding:16px 28px 24px;border-top:1px solid #e3e7ee;${SMALL}">${parts.safety}<br><span lang="${otherOf(parts.language)}">${parts.otherLanguage}</span></td></tr>
</table>
</td></tr>
</table>
</body>
</html>`)

const otherOf = (language: Language): Language => (language === 'ko' ? 'en' : 'ko')

const testLine = (text: string) => html`<tr><td style="padding:12px 28px 0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td style="padding:10px 14px;background:#fff4d6;border-radius:8px;${FONT};font-size:14px;line-height:1.6;color:#6b4a00">${text}</td></tr></table>
</td></tr>`
