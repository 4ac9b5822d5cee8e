// Puts an editor together: its state, the page as it is drawn, the saving of its draft.
import type { Design } from '@kolleges/api'
import { bind, type DesignDocument, layOut, outline, parseDocument } from '@kolleges/design'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { useMay } from '../../access/session.ts'
import { designQuery, sendChange } from '../queries.ts'
import type { Command, Desk } from './commands.ts'
import type { Editor, Sheet, Tab } from './editor-context.ts'
import { type EditorAction, reduce, startingState } from './editor-state.ts'
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts'
import type { Addable } from './new-elements.ts'
import { type PreviewWish, previewData } from './preview-data.ts'
import { createSaver, type Saver, type SavingState } from './saver.ts'

/** The document of a design, as far as this console knows its version. */
export function documentOf(design: Pick<Design, 'document'>): DesignDocument | null {
  const parsed = parseDocument(design.document)
  return parsed.outcome === 'parsed' ? parsed.document : null
}

/** What this browser kept of a draft the server never got, else what the server has. */
export function startingDraft(
  design: Design,
  document: DesignDocument,
): { document: DesignDocument; isRecovered: boolean } {
  const kept = keptDraft(localStorage, design.id)
  if (!kept || JSON.stringify(kept.document) === JSON.stringify(document)) return { document, isRecovered: false }
  return { document: kept.document, isRecovered: true }
}

export function useEditorState(
  start: { document: DesignDocument; isRecovered: boolean },
  wish: Omit<PreviewWish, 'house'> & Pick<PreviewWish, 'house'>,
): Editor {
  const mayWrite = useMay('achievements.write')
  const [state, dispatch] = useReducer(reduce, start.document, startingState)
  const [writing, write] = useState<string | null>(null)
  const [tool, take] = useState<Addable | null>(null)
  const [tab, show] = useState<Tab>('look')
  const { person, house, longestName, columns } = wish
  const sheet = useMemo((): Sheet => {
    const data = previewData(state.document, { person, house, longestName, columns })
    const bound = bind(state.document, data, { missing: 'label' })
    const layout = layOut(bound)
    const outlined = outline(state.document, bound, layout)
    return { data, bound, layout, outlined, byId: new Map(outlined.map((one) => [one.element.id, one])) }
  }, [state.document, person, house, longestName, columns])
  const desk: Desk = { document: state.document, chosen: state.chosen, inside: state.inside, outlined: sheet.outlined }
  const act = (action: EditorAction | null) => {
    if (action && (mayWrite || action.do === 'choose' || action.do === 'take')) dispatch(action)
  }
  const run = (command: Command) => act(command(desk))
  return { state, sheet, desk, mayWrite, act, run, writing, write, tool, take, tab, show }
}

export interface Saving {
  readonly state: SavingState
  readonly saver: Saver
}

/** Follows the state: each change of the document waits to be sent. */
export function useSaving(design: Design, editor: Editor, isRecovered: boolean): Saving {
  const client = useQueryClient()
  const [state, tell] = useState<SavingState>(isRecovered ? 'waiting' : 'saved')
  const [saver] = useState(() =>
    createSaver(
      {
        send: async (change) => {
          const sent = await sendChange(design.id, change)
          if (sent.design) client.setQueryData(designQuery(design.id).queryKey, sent.design)
          return sent
        },
        keep: (document, revision) => void keepDraft(localStorage, design.id, { document, revision }),
        forget: () => forgetDraft(localStorage, design.id),
        later: (ms, run) => {
          const timer = setTimeout(run, ms)
          return () => clearTimeout(timer)
        },
        tell,
      },
      design.revision,
    ),
  )
  const { document, changes } = editor.state
  const seen = useRef(isRecovered ? -1 : changes)
  useEffect(() => {
    if (seen.current === changes) return
    seen.current = changes
    saver.changed({ document })
  }, [saver, document, changes])
  useEffect(() => {
    const again = () => void saver.flush()
    addEventListener('online', again)
    return () => {
      removeEventListener('online', again)
      // Leaving sends what waits; where that fails, the browser still has it.
      void saver.flush()
    }
  }, [saver])
  return { state, saver }
}
