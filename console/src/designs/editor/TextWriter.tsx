// Writes a text where it stands: its words in its own type, and under them the variables it holds.
import { useEffect, useRef } from 'react'
import { useWords } from '../../language/LanguageProvider.tsx'
import { useEditor } from './editor-context.ts'
import { putToken, type Token } from './tokens.ts'
import { VariableChips } from './VariableChips.tsx'
import { VariablePicker } from './VariablePicker.tsx'
import { words } from './words.ts'

/** Smaller letters could not be written in, whatever the page is zoomed to. */
const SIZE_PX_MIN = 14
const WIDTH_PX_MIN = 260
const FIELD_PX_MAX = 168

export function TextWriter({ id, zoom }: { id: string; zoom: number }) {
  const say = useWords(words)
  const editor = useEditor()
  const field = useRef<HTMLTextAreaElement>(null)
  const one = editor.sheet.byId.get(id)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  if (one?.element.kind !== 'text') return null
  const { element, box } = one
  const write = (text: string) =>
    editor.act({ do: 'edit', edit: { kind: 'set', id, fields: { text } }, key: `write ${id}` })
  const leave = () => {
    editor.act({ do: 'pause' })
    editor.write(null)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-element="${CSS.escape(id)}"]`)?.focus())
  }
  const insert = (token: string) => {
    const { selectionStart: from = 0, selectionEnd: to = 0 } = field.current ?? {}
    const put = putToken(element.text, from, to, token)
    write(put.text)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(put.caret, put.caret)
    })
  }
  const mark = ({ from, to }: Token) => {
    field.current?.focus()
    field.current?.setSelectionRange(from, to)
  }
  const laid = editor.sheet.layout.texts.find((text) => text.element.id === id)
  const size = Math.max(SIZE_PX_MIN, ((laid?.size ?? 0) / editor.sheet.layout.scale || element.size) * zoom)
  const width = Math.max(WIDTH_PX_MIN, box.width * zoom + 16)
  return (
    <fieldset
      className="design-writer"
      aria-label={say.editText}
      style={{ left: box.x * zoom + (box.width * zoom - width) / 2, top: box.y * zoom - 8, width }}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.metaKey || event.ctrlKey))) leave()
      }}
    >
      <textarea
        ref={field}
        aria-label={say.editText}
        value={element.text}
        spellCheck={false}
        style={{
          fontSize: Math.min(size, 40),
          fontFamily: element.face === 'serif' ? "'Noto Serif KR', serif" : undefined,
          fontWeight: element.weight,
          textAlign: { start: 'left', middle: 'center', end: 'right' }[element.align] as 'left' | 'center' | 'right',
          minHeight: Math.min(FIELD_PX_MAX, box.height * zoom + 16),
        }}
        onChange={(event) => write(event.target.value)}
      />
      <div className="design-writer-bar">
        <VariablePicker onPick={insert} />
        <button type="button" className="design-small-button" data-primary onClick={leave}>
          {say.done}
        </button>
      </div>
      <VariableChips text={element.text} onPress={mark} />
    </fieldset>
  )
}
