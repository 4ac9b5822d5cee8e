/** The small line drawings of the pages; each verdict has a shape of its own, so colour is never the only sign. */
import { html, type Markup } from './page.ts'

const OUTLINES = {
  'check-shield': 'M12 3 5 5.5v5.2c0 4.4 2.9 8.2 7 9.8 4.1-1.6 7-5.4 7-9.8V5.5L12 3Zm-3.2 8.8 2.3 2.3 4.2-4.4',
  clock: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Zm0 4V12l3 2',
  ban: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM6.1 6.1l11.8 11.8',
  pause: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM9.8 9v6m4.4-6v6',
  'question-badge':
    'm12 3 2.4 1.8 3-.1.9 2.9 2.5 1.7-1 2.7 1 2.7-2.5 1.7-.9 2.9-3-.1L12 21l-2.4-1.8-3 .1-.9-2.9-2.5-1.7 1-2.7-1-2.7 2.5-1.7.9-2.9 3 .1L12 3Zm-2.2 6.9c.1-1.2 1-2 2.2-2s2.2.8 2.2 2c0 1.6-2.2 1.8-2.2 3.4m0 2.7v.1',
  'broken-seal':
    'M10.5 3.7A7 7 0 0 0 8 16l-1 5 4-2M13.5 3.7A7 7 0 0 1 16 16l1 5-4-2M12.6 3.5 10.6 8l3 2.5-2.5 3.5 1 3.5',
  'cloud-off': 'M8 6.7A5.5 5.5 0 0 1 17.3 10 4 4 0 0 1 19.8 16.6M16.5 18H7a4.2 4.2 0 0 1-.6-8.4M4 4l16 16',
  refresh: 'M4.5 10a8 8 0 0 1 14-3.2L20 8.5M20 4v4.5h-4.5M19.5 14a8 8 0 0 1-14 3.2L4 15.5M4 20v-4.5h4.5',
  lock: 'M6 10.5h12v9.5H6v-9.5Zm2.5 0V8a3.5 3.5 0 0 1 7 0v2.5M12 14.5v2',
  'search-x': 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm4.8 11.3L20 20M8.5 8.5l4 4m0-4-4 4',
  flask: 'M9 3.5h6M10.2 3.5v5.7L4.8 18.3a1.5 1.5 0 0 0 1.3 2.2h11.8a1.5 1.5 0 0 0 1.3-2.2L13.8 9.2V3.5M7.4 15h9.2',
  'file-x': 'M6 3.5h8l4 4v13H6v-17Zm8 0v4h4M9.8 11.8l4.4 4.4m0-4.4-4.4 4.4',
  hourglass: 'M7 3.5h10M7 20.5h10M8 3.5c0 4.5 8 5.5 8 8.5s-8 4-8 8.5M16 3.5c0 4.5-8 5.5-8 8.5s8 4 8 8.5',
  passed: 'm5.5 12.5 4.2 4.2 8.8-9.2',
  failed: 'm7 7 10 10m0-10L7 17',
  inconclusive: 'M9 9.6C9.1 7.9 10.4 7 12 7s3 1 3 2.6c0 2.1-3 2.4-3 4.6m0 3.3v.1',
  building: 'M4 20.5h16M5.5 20.5V9L12 4l6.5 5v11.5M9.5 20.5v-5h5v5M9.5 11.5h.1m4.8 0h.1',
  link: 'M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L11.8 6.5M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.3-1.3',
  download: 'M12 4v11m-4.5-4.2L12 15.3l4.5-4.5M5 19.5h14',
  mark: 'm12 2.8 8 4.6v9.2l-8 4.6-8-4.6V7.4l8-4.6Zm-3.6 9.5 2.7 2.7 4.7-5.3',
} as const

export type PageIcon = keyof typeof OUTLINES

/** Decorative: the words beside it say the same. */
export const pageIcon = (name: PageIcon): Markup =>
  html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="${OUTLINES[name]}"/></svg>`
