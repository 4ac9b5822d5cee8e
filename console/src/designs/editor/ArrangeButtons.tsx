// Buttons for what is chosen: line up, space out, order, group, copy, delete.
import type { Alignment } from '@kolleges/design'
import {
  type Icon,
  IconArrowsHorizontal,
  IconArrowsVertical,
  IconCopy,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconStackBack,
  IconStackBackward,
  IconStackForward,
  IconStackFront,
  IconTrash,
} from '@tabler/icons-react'
import { useWords } from '../../language/LanguageProvider.tsx'
import * as commands from './commands.ts'
import { useEditor } from './editor-context.ts'
import { words } from './words.ts'

const ALIGNMENTS: readonly (readonly [Alignment, Icon])[] = [
  ['left', IconLayoutAlignLeft],
  ['centre', IconLayoutAlignCenter],
  ['right', IconLayoutAlignRight],
  ['top', IconLayoutAlignTop],
  ['middle', IconLayoutAlignMiddle],
  ['bottom', IconLayoutAlignBottom],
]

const ORDERS: readonly (readonly [commands.Order, Icon])[] = [
  ['front', IconStackFront],
  ['forward', IconStackForward],
  ['backward', IconStackBackward],
  ['back', IconStackBack],
]

export function ArrangeButtons() {
  const say = useWords(words)
  const { desk, mayWrite } = useEditor()
  if (!mayWrite) return null
  const chosen = commands.chosenOf(desk)
  const isSeveral = chosen.length > 1
  const hasGroup = chosen.some(({ element }) => element.kind === 'group')
  return (
    <div className="design-arrange" role="toolbar" aria-label={say.arrange}>
      {ALIGNMENTS.map(([alignment, picture]) => (
        <Act key={alignment} label={say.aligns[alignment]} icon={picture} command={commands.alignTo(alignment)} />
      ))}
      {chosen.length > 2 && (
        <>
          <Act label={say.spreadX} icon={IconLayoutDistributeVertical} command={commands.spread('x')} />
          <Act label={say.spreadY} icon={IconLayoutDistributeHorizontal} command={commands.spread('y')} />
        </>
      )}
      {isSeveral && (
        <>
          <Act label={say.sameWidth} icon={IconArrowsHorizontal} command={commands.sameSize('width')} />
          <Act label={say.sameHeight} icon={IconArrowsVertical} command={commands.sameSize('height')} />
        </>
      )}
      {ORDERS.map(([order, picture]) => (
        <Act key={order} label={say.orders[order]} icon={picture} command={commands.reorder(order)} />
      ))}
      <Act label={say.duplicate} icon={IconCopy} command={commands.duplicate} />
      <Act label={say.remove} icon={IconTrash} command={commands.remove} />
      {isSeveral && <Say label={say.group} command={commands.group} />}
      {hasGroup && <Say label={say.ungroup} command={commands.ungroup} />}
    </div>
  )
}

function Act({ label, icon: Picture, command }: { label: string; icon: Icon; command: commands.Command }) {
  const { run } = useEditor()
  return (
    <button type="button" className="design-tool" aria-label={label} title={label} onClick={() => run(command)}>
      <Picture size={16} stroke={1.7} aria-hidden />
    </button>
  )
}

function Say({ label, command }: { label: string; command: commands.Command }) {
  const { run } = useEditor()
  return (
    <button type="button" className="design-small-button" onClick={() => run(command)}>
      {label}
    </button>
  )
}
