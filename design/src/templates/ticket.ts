/** Draws the ticket: a stub to tear off, for talks and events. */
import { institutionLine } from './foot.ts'
import { centred, type Template, titleBox } from './template.ts'

const BODY =
  'M50 40H550A30 30 0 0 1 580 70V392A38 38 0 0 0 580 468V530A30 30 0 0 1 550 560H50A30 30 0 0 1 20 530V468A38 38 0 0 0 20 392V70A30 30 0 0 1 50 40Z'
const STUB = 'M58 430H542A38 38 0 0 0 580 468V530A30 30 0 0 1 550 560H50A30 30 0 0 1 20 530V468A38 38 0 0 0 58 430Z'
const TEAR = 'M82 430H520'

export const ticket: Template = {
  id: 'ticket',
  name: { ko: '입장권', en: 'Ticket' },
  describes: { ko: '특강과 행사, 견학', en: 'Talks, events, visits' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName'],
  title: titleBox(332, 470, 128, 64),
  titleInk: (palette) => palette.onSoft,
  icon: centred(172, 166),
  compactIcon: centred(230, 264),
  iconInk: (palette) => palette.onSoft,
  frame: ({ palette, compact }) => [
    { kind: 'path', d: BODY, fill: palette.soft },
    { kind: 'path', d: STUB, fill: palette.primary },
    ...(compact ? [] : [{ kind: 'path', d: TEAR, stroke: palette.paper, strokeWidth: 8, dash: [2, 22] } as const]),
    { kind: 'path', d: BODY, stroke: palette.primary, strokeWidth: compact ? 22 : 12 },
  ],
  marks: (badge) => [
    institutionLine(badge, { y: 500, width: 440, ink: badge.palette.onPrimary, mark: badge.palette.mark, size: 40 }),
  ],
}
