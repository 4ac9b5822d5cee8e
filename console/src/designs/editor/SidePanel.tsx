// Beside the page: looks, checks, preview, brand and history, one at a time.
import type { Design } from '@kolleges/api'
import type { Finding } from '@kolleges/design'
import { type KeyboardEvent, useRef } from 'react'
import { useWords } from '../../language/LanguageProvider.tsx'
import { BrandPanel } from './BrandPanel.tsx'
import { CheckPanel } from './CheckPanel.tsx'
import { TABS, type Tab, useEditor } from './editor-context.ts'
import { HistoryPanel } from './HistoryPanel.tsx'
import { Inspector } from './Inspector.tsx'
import { PreviewPanel } from './PreviewPanel.tsx'
import { words } from './words.ts'

interface SidePanelProps {
  design: Design
  findings: readonly Finding[]
  preview: React.ComponentProps<typeof PreviewPanel>
  brand: React.ComponentProps<typeof BrandPanel>
  onRestore: (version: string) => Promise<void>
}

export function SidePanel({ design, findings, preview, brand, onRestore }: SidePanelProps) {
  const say = useWords(words)
  const { tab } = useEditor()
  return (
    <aside className="design-right" aria-label={say.panels}>
      <TabList findings={findings} />
      <div className="design-panel" role="tabpanel" id="design-panel" aria-labelledby={`design-tab-${tab}`}>
        {tab === 'look' && <Inspector />}
        {tab === 'check' && <CheckPanel findings={findings} />}
        {tab === 'preview' && <PreviewPanel {...preview} />}
        {tab === 'brand' && <BrandPanel {...brand} />}
        {tab === 'history' && <HistoryPanel id={design.id} onRestore={onRestore} />}
      </div>
    </aside>
  )
}

function TabList({ findings }: { findings: readonly Finding[] }) {
  const say = useWords(words)
  const { tab, show } = useEditor()
  const list = useRef<HTMLDivElement>(null)
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length] as Tab
    show(next)
    list.current?.querySelector<HTMLElement>(`#design-tab-${next}`)?.focus()
  }
  return (
    <div ref={list} className="design-tabs" role="tablist" aria-label={say.panels} onKeyDown={step}>
      {TABS.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`design-tab-${name}`}
          aria-controls="design-panel"
          aria-selected={tab === name}
          tabIndex={tab === name ? 0 : -1}
          onClick={() => show(name)}
        >
          {say.tabs[name]}
          {name === 'check' && findings.length > 0 && (
            <span className="design-count" data-blocks={findings.some(({ blocks }) => blocks) || undefined}>
              {findings.length}
            </span>
          )}
        </button>
      ))}
    </div>
  )
}
