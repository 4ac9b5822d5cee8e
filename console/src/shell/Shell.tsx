// The frame around every page: menu, test-mode bar, the page itself.
import './shell.css'
import { ActionIcon, Drawer } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { Outlet, ScrollRestoration, useLocation } from 'react-router'
import { useSession } from '../access/session.ts'
import { useInstitution } from '../issuers/queries.ts'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { KeyboardHelp } from './KeyboardHelp.tsx'
import { Navigation } from './Navigation.tsx'
import { words } from './words.ts'

export function Shell() {
  const say = useWords(words)
  useFocusOnArrival()
  return (
    <>
      <a href="#main" className="skip-link">
        {say.skip}
      </a>
      <div className="shell">
        <aside className="shell-nav">
          <Navigation />
        </aside>
        <PhoneBar />
        <main id="main" className="shell-main" tabIndex={-1} style={{ outline: 'none' }}>
          <TestBar />
          <Outlet />
        </main>
      </div>
      <KeyboardHelp />
      <ScrollRestoration />
    </>
  )
}

function PhoneBar() {
  const say = useWords(words)
  const format = useFormat()
  const { current } = useSession()
  const { pathname } = useLocation()
  const [isOpen, setOpen] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving anywhere closes the menu
  useEffect(() => setOpen(false), [pathname])
  return (
    <section className="shell-top" aria-label={say.navigation}>
      <ActionIcon variant="subtle" color="ink.7" size={44} aria-label={say.openMenu} onClick={() => setOpen(true)}>
        <IconMenu2 aria-hidden />
      </ActionIcon>
      <strong>{current ? format.pick(current.name) : 'Kolleges'}</strong>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        size={280}
        title={say.navigation}
        closeButtonProps={{ 'aria-label': say.navigation }}
      >
        {/* A way chosen closes the menu, also when unsaved work still asks to stay. */}
        <Navigation onGo={() => setOpen(false)} />
      </Drawer>
    </section>
  )
}

function TestBar() {
  const say = useWords(words)
  const institution = useInstitution()
  if (institution.data?.standing !== 'test') return null
  return (
    <div className="test-bar">
      <strong>{say.testBar}</strong> · {say.testMeans}
    </div>
  )
}

/** A new page begins at its heading, also for those who hear it. */
function useFocusOnArrival() {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    const heading = () =>
      document.querySelector<HTMLElement>('#main h1') ?? document.querySelector<HTMLElement>('#main')
    const timer = setTimeout(() => heading()?.focus({ preventScroll: true }), 0)
    return () => clearTimeout(timer)
  }, [pathname])
}
