// What can be put on the page: each comes in the middle of it, or is drawn where the hand draws.
import {
  type Icon,
  IconBadge,
  IconCircle,
  IconHexagon,
  IconLine,
  IconPhoto,
  IconQrcode,
  IconRubberStamp,
  IconSignature,
  IconSquare,
  IconStar,
  IconTypography,
} from '@tabler/icons-react'
import { useWords } from '../../language/LanguageProvider.tsx'
import { useEditor } from './editor-context.ts'
import { ADDABLE, type Addable, newElement } from './new-elements.ts'
import { words } from './words.ts'

const PICTURES: Readonly<Record<Addable, Icon>> = {
  text: IconTypography,
  rectangle: IconSquare,
  ellipse: IconCircle,
  line: IconLine,
  icon: IconStar,
  ribbon: IconBadge,
  qr: IconQrcode,
  badge: IconHexagon,
  seal: IconRubberStamp,
  logo: IconPhoto,
  signature: IconSignature,
}

export function AddBar() {
  const say = useWords(words)
  const { state, act, mayWrite, tool } = useEditor()
  if (!mayWrite) return null
  const isBadge = state.document.page === 'badge'
  const offered = ADDABLE.filter((what) => !isBadge || !['badge', 'seal', 'signature'].includes(what))
  const add = (what: Addable) => {
    const element = newElement(state.document, what, say.newText)
    const edit = { kind: 'add', parent: null, at: state.document.elements.length, element } as const
    act({ do: 'edit', edit, chosen: [element.id] })
  }
  return (
    <section className="design-add" aria-label={say.add}>
      {offered.map((what) => {
        const Picture = PICTURES[what]
        return (
          <button key={what} type="button" aria-pressed={tool === what || undefined} onClick={() => add(what)}>
            <Picture size={18} stroke={1.6} aria-hidden />
            <span>{say.adds[what]}</span>
          </button>
        )
      })}
    </section>
  )
}
