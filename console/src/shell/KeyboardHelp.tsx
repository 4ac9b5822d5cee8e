// Lets hands stay on the keyboard: `g` and a letter goes somewhere, `/` searches, `?` explains.
import { Kbd, Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useWords } from '../language/LanguageProvider.tsx'
import { words } from './words.ts'

export const HELP_KEY = '?'
const GO_KEY = 'g'
const GO_WITHIN_MS = 1_000

const PLACES = {
  h: { to: '/', label: 'home' },
  b: { to: '/achievements', label: 'achievements' },
  i: { to: '/issue', label: 'issue' },
  c: { to: '/credentials', label: 'credentials' },
  m: { to: '/messages', label: 'messages' },
} as const

export function KeyboardHelp() {
  const say = useWords(words)
  const [isOpen, setOpen] = useState(false)
  useShortcuts(() => setOpen(true))
  return (
    <Modal
      opened={isOpen}
      onClose={() => setOpen(false)}
      title={say.keyboard}
      closeButtonProps={{ 'aria-label': say.keyboard }}
    >
      <p className="section-lead">{say.keyboardLead}</p>
      <dl className="facts">
        <dt>
          <Kbd>?</Kbd>
        </dt>
        <dd>{say.keys.help}</dd>
        <dt>
          <Kbd>/</Kbd>
        </dt>
        <dd>{say.keys.search}</dd>
        {Object.entries(PLACES).map(([key, place]) => (
          <Shortcut key={key} letter={key} label={say.keys[place.label]} />
        ))}
      </dl>
    </Modal>
  )
}

function Shortcut({ letter, label }: { letter: string; label: string }) {
  const say = useWords(words)
  return (
    <>
      <dt>
        <Kbd>{GO_KEY}</Kbd> {say.andThen} <Kbd>{letter}</Kbd>
      </dt>
      <dd>{label}</dd>
    </>
  )
}

function useShortcuts(showHelp: () => void) {
  const navigate = useNavigate()
  const goSince = useRef(0)
  const help = useRef(showHelp)
  help.current = showHelp
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === HELP_KEY) help.current()
      else if (event.key === '/') focusSearch(event)
      else if (event.key === GO_KEY) goSince.current = event.timeStamp
      else if (event.timeStamp - goSince.current < GO_WITHIN_MS && event.key in PLACES)
        void navigate(PLACES[event.key as keyof typeof PLACES].to)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [navigate])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"]') !== null)

function focusSearch(event: KeyboardEvent) {
  const search = document.querySelector<HTMLInputElement>('input[type="search"]')
  if (!search) return
  event.preventDefault()
  search.focus()
}
