// Hands the one editor to everything that stands in it.
import type { BindingData, Bound, Layout, Outlined } from '@kolleges/design'
import { createContext, useContext } from 'react'
import type { Command, Desk } from './commands.ts'
import type { EditorAction, EditorState } from './editor-state.ts'
import type { Addable } from './new-elements.ts'

/** The document as it is drawn now. */
export interface Sheet {
  readonly data: BindingData
  readonly bound: Bound
  readonly layout: Layout
  readonly outlined: readonly Outlined[]
  readonly byId: ReadonlyMap<string, Outlined>
}

export const TABS = ['look', 'check', 'preview', 'brand', 'history'] as const
export type Tab = (typeof TABS)[number]

export interface Editor {
  readonly state: EditorState
  readonly sheet: Sheet
  readonly desk: Desk
  readonly mayWrite: boolean
  act(action: EditorAction | null): void
  run(command: Command): void
  /** The text that is being written in place. */
  readonly writing: string | null
  write(id: string | null): void
  /** What the next press on the page draws; null chooses. */
  readonly tool: Addable | null
  take(tool: Addable | null): void
  readonly tab: Tab
  show(tab: Tab): void
}

export const EditorContext = createContext<Editor | null>(null)

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('useEditor is for what stands inside a design editor')
  return editor
}
