// Which keys do what, for the hand on the keyboard and for the page that lists them.
export type KeyName =
  | 'undo'
  | 'redo'
  | 'copy'
  | 'duplicate'
  | 'group'
  | 'ungroup'
  | 'forward'
  | 'backward'
  | 'front'
  | 'back'
  | 'all'
  | 'remove'
  | 'leave'
  | 'fit'
  | 'zoomIn'
  | 'zoomOut'
  | 'help'
  | 'choose'
  | 'text'
  | 'rectangle'
  | 'ellipse'
  | 'open'
  | 'fields'
  | 'copyStyle'
  | 'pasteStyle'
  | 'left'
  | 'right'
  | 'up'
  | 'down'

export interface Pressed {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** By the place of the key, so that a Korean keyboard reaches letters too. */
const PLAIN: Readonly<Record<string, KeyName>> = {
  Delete: 'remove',
  Backspace: 'remove',
  Escape: 'leave',
  KeyV: 'choose',
  KeyT: 'text',
  KeyR: 'rectangle',
  KeyO: 'ellipse',
  Enter: 'open',
  F6: 'fields',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

const WITH_COMMAND: Readonly<Record<string, KeyName>> = {
  KeyZ: 'undo',
  KeyY: 'redo',
  KeyD: 'duplicate',
  KeyG: 'group',
  BracketRight: 'forward',
  BracketLeft: 'backward',
  KeyA: 'all',
  Digit0: 'fit',
  Equal: 'zoomIn',
  Minus: 'zoomOut',
}

const WITH_SHIFT: Readonly<Record<string, KeyName>> = {
  KeyZ: 'redo',
  KeyG: 'ungroup',
  BracketRight: 'front',
  BracketLeft: 'back',
  Equal: 'zoomIn',
}

export function keyName({ key, code, ctrlKey, metaKey, shiftKey, altKey }: Pressed): KeyName | null {
  const withCommand = ctrlKey || metaKey
  if (withCommand && altKey) return code === 'KeyC' ? 'copyStyle' : code === 'KeyV' ? 'pasteStyle' : null
  if (withCommand) return (shiftKey ? WITH_SHIFT[code] : WITH_COMMAND[code]) ?? null
  if (key === '?') return 'help'
  if (altKey) return null
  return shiftKey && !code.startsWith('Arrow') ? null : (PLAIN[code] ?? null)
}

/** As the help shows them; ⌘ stands for Ctrl where there is no ⌘. */
export const SHOWN: readonly (readonly [
  name: Exclude<KeyName, 'left' | 'right' | 'up' | 'down' | 'zoomIn' | 'zoomOut'> | 'arrows' | 'tab' | 'zoom' | 'pan',
  keys: readonly string[],
])[] = [
  ['choose', ['V']],
  ['text', ['T']],
  ['rectangle', ['R']],
  ['ellipse', ['O']],
  ['tab', ['Tab']],
  ['open', ['Enter']],
  ['fields', ['F6']],
  ['leave', ['Esc']],
  ['arrows', ['← → ↑ ↓']],
  ['remove', ['Delete']],
  ['undo', ['⌘ Z']],
  ['redo', ['⇧ ⌘ Z']],
  ['copy', ['⌘ C', '⌘ V']],
  ['duplicate', ['⌘ D']],
  ['copyStyle', ['⌥ ⌘ C']],
  ['pasteStyle', ['⌥ ⌘ V']],
  ['group', ['⌘ G']],
  ['ungroup', ['⇧ ⌘ G']],
  ['forward', ['⌘ ]']],
  ['backward', ['⌘ [']],
  ['front', ['⇧ ⌘ ]']],
  ['back', ['⇧ ⌘ [']],
  ['all', ['⌘ A']],
  ['fit', ['⌘ 0']],
  ['zoom', ['⌘ +', '⌘ −']],
  ['pan', ['Space']],
  ['help', ['?']],
]
