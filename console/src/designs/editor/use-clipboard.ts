// The system's clipboard: elements go out and come in as text of our own, pictures as pictures, from design to design.
import { clipOf, parseClip } from '@kolleges/design'
import { useEffect, useRef } from 'react'
import { chosenOf, putClip, remove } from './commands.ts'
import type { Editor } from './editor-context.ts'
import { isWriting } from './use-keys.ts'

interface ClipboardProps {
  editor: Editor
  /** A picture that was copied elsewhere. */
  takePicture: (file: File) => void
}

export function useClipboard(props: ClipboardProps): void {
  const now = useRef(props)
  now.current = props
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const { editor } = now.current
      const { desk } = editor
      // Marked text on the page is what somebody means to copy.
      if (isWriting(event.target) || chosenOf(desk).length === 0 || String(getSelection()) !== '') return
      const clip = clipOf(desk.document, desk.outlined, new Set(desk.chosen))
      event.clipboardData?.setData('text/plain', JSON.stringify(clip))
      event.preventDefault()
      if (event.type === 'cut') editor.run(remove)
    }
    const paste = (event: ClipboardEvent) => {
      const { editor, takePicture } = now.current
      if (isWriting(event.target) || !editor.mayWrite) return
      const clip = parseClip(event.clipboardData?.getData('text/plain') ?? '')
      const picture = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'))
      if (!clip && !picture) return
      event.preventDefault()
      if (clip) editor.run(putClip(clip, isHere(editor, clip.elements[0]?.id) ? 4 : 0))
      else if (picture) takePicture(picture)
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste)
    }
  }, [])
}

/** A copy beside its original is moved a little, so that it can be seen. */
const isHere = ({ sheet }: Editor, id: string | undefined): boolean => id !== undefined && sheet.byId.has(id)
