// The list of layers, highest first: choose, rename, lock, hide, raise and lower, without needing to drag.
import type { Outlined } from '@kolleges/design'
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronRight,
  IconEye,
  IconEyeOff,
  IconLock,
  IconLockOpen,
} from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useLanguage, useWords } from '../../language/LanguageProvider.tsx'
import { reorder, toggle } from './commands.ts'
import { useEditor } from './editor-context.ts'
import { elementName } from './element-names.ts'
import { words } from './words.ts'

export function Layers() {
  const say = useWords(words)
  const { sheet } = useEditor()
  return (
    <section className="design-layers" aria-labelledby="design-layers-head">
      <h2 id="design-layers-head">{say.layers}</h2>
      {sheet.outlined.length === 0 ? (
        <p className="design-hint">{say.noLayers}</p>
      ) : (
        <LayerList parent={null} depth={0} />
      )}
    </section>
  )
}

function LayerList({ parent, depth }: { parent: string | null; depth: number }) {
  const { sheet } = useEditor()
  const here = sheet.outlined.filter((one) => one.parent === parent).toReversed()
  return (
    <ul>
      {here.map((one) => (
        <LayerItem key={one.element.id} one={one} depth={depth} />
      ))}
    </ul>
  )
}

function LayerItem({ one, depth }: { one: Outlined; depth: number }) {
  const editor = useEditor()
  const { element } = one
  const holdsChosen =
    element.kind === 'group' && editor.state.chosen.some((id) => isIn(editor.sheet.byId, id, element.id))
  const [isOpen, setOpen] = useState(false)
  const isShown = element.kind === 'group' && (isOpen || holdsChosen)
  return (
    <li>
      <LayerRow
        one={one}
        depth={depth}
        isOpen={isShown}
        isChosen={editor.state.chosen.includes(element.id)}
        onOpen={() => setOpen(!isShown)}
      />
      {isShown && <LayerList parent={element.id} depth={depth + 1} />}
    </li>
  )
}

const isIn = (byId: ReadonlyMap<string, Outlined>, id: string, group: string): boolean => {
  const parent = byId.get(id)?.parent ?? null
  return parent !== null && (parent === group || isIn(byId, parent, group))
}

interface LayerRowProps {
  one: Outlined
  depth: number
  isOpen: boolean
  isChosen: boolean
  onOpen: () => void
}

function LayerRow({ one, depth, isOpen, isChosen, onOpen }: LayerRowProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  const editor = useEditor()
  const { element, parent, isDrawn } = one
  const name = elementName(element, say, language)
  const choose = (adds: boolean) => {
    const ids = adds ? toggled(editor.state.chosen, element.id) : [element.id]
    editor.act({ do: 'choose', ids, inside: parent })
  }
  return (
    <div className="design-layer-row" data-chosen={isChosen || undefined} style={{ paddingLeft: 4 + depth * 14 }}>
      {element.kind === 'group' ? (
        <Small label={isOpen ? say.closeGroup(name) : say.openGroup(name)} isShown onPress={onOpen}>
          {isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
        </Small>
      ) : (
        <span className="design-layer-dent" />
      )}
      <button
        type="button"
        className="design-layer-name"
        aria-pressed={isChosen}
        data-quiet={!isDrawn || undefined}
        title={!isDrawn && !element.hidden ? say.notDrawn : name}
        onClick={(event) => choose(event.shiftKey || event.metaKey || event.ctrlKey)}
      >
        <span className="design-layer-kind">{say.kinds[element.kind]}</span> {name}
      </button>
      {editor.mayWrite && <LayerActions one={one} name={name} isChosen={isChosen} />}
    </div>
  )
}

const toggled = (chosen: readonly string[], id: string): string[] =>
  chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]

function LayerActions({ one: { element }, name, isChosen }: { one: Outlined; name: string; isChosen: boolean }) {
  const say = useWords(words)
  const editor = useEditor()
  const order = (to: 'forward' | 'backward') => editor.run((desk) => reorder(to)({ ...desk, chosen: [element.id] }))
  return (
    <>
      {isChosen && (
        <>
          <Small label={say.raise(name)} isShown onPress={() => order('forward')}>
            <IconArrowUp size={14} aria-hidden />
          </Small>
          <Small label={say.lower(name)} isShown onPress={() => order('backward')}>
            <IconArrowDown size={14} aria-hidden />
          </Small>
        </>
      )}
      <Small
        label={element.locked ? say.unlock(name) : say.lock(name)}
        isShown={element.locked === true}
        isPassedBy={!isChosen}
        onPress={() => editor.run(toggle('locked', element.id))}
      >
        {element.locked ? <IconLock size={14} aria-hidden /> : <IconLockOpen size={14} aria-hidden />}
      </Small>
      <Small
        label={element.hidden ? say.show(name) : say.hide(name)}
        isShown={element.hidden === true}
        isPassedBy={!isChosen}
        onPress={() => editor.run(toggle('hidden', element.id))}
      >
        {element.hidden ? <IconEyeOff size={14} aria-hidden /> : <IconEye size={14} aria-hidden />}
      </Small>
    </>
  )
}

interface SmallProps {
  label: string
  /** Otherwise it comes out under the pointer and under the focus. */
  isShown: boolean
  /** Tab stops at what can be done with the chosen layer only; the others are chosen first. */
  isPassedBy?: boolean
  onPress: () => void
  children: ReactNode
}

function Small({ label, isShown, isPassedBy, onPress, children }: SmallProps) {
  return (
    <button
      type="button"
      className="design-layer-action"
      data-shown={isShown || undefined}
      tabIndex={isPassedBy ? -1 : undefined}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
