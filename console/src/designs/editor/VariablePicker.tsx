// Picks a variable to put into a text, with the particle that follows it in Korean.
import { PARTICLES, VARIABLES } from '@kolleges/design'
import { Popover } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useLanguage, useWords } from '../../language/LanguageProvider.tsx'
import { useEditor } from './editor-context.ts'
import { columnsOf } from './preview-data.ts'
import { isColumnName, tokenText } from './tokens.ts'
import { words } from './words.ts'

const GROUPS = ['learner', 'achievement', 'credential', 'institution1', 'institution2', 'institution3'] as const

export function VariablePicker({ onPick }: { onPick: (token: string) => void }) {
  const say = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const pick = (token: string) => {
    setOpen(false)
    onPick(token)
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" width={300} trapFocus withinPortal shadow="md">
      <Popover.Target>
        <button
          type="button"
          className="design-small-button"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <IconBraces size={14} aria-hidden /> {say.variable}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={say.variable} onPointerDown={(event) => event.stopPropagation()}>
        <Choices onPick={pick} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Choices({ onPick }: { onPick: (token: string) => void }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const { state, sheet } = useEditor()
  const [search, setSearch] = useState('')
  const [particle, setParticle] = useState('')
  const isKorean = state.document.language === 'ko'
  const wanted = search.trim().toLowerCase()
  const found = VARIABLES.filter(({ kind, label, key }) => {
    if (kind === 'picture') return false
    return [label.ko, label.en, key].some((name) => name.toLowerCase().includes(wanted))
  })
  const pick = (name: string) => onPick(tokenText(name, isKorean ? particle : ''))
  return (
    <div className="design-picker">
      <input
        type="search"
        data-autofocus
        aria-label={say.variableSearch}
        placeholder={say.variableSearch}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {isKorean && (
        <label className="design-line-field">
          {say.particle}
          <select value={particle} onChange={(event) => setParticle(event.target.value)}>
            <option value="">{say.noParticle}</option>
            {PARTICLES.map((pair) => (
              <option key={pair}>{pair}</option>
            ))}
          </select>
        </label>
      )}
      <div className="design-picker-list">
        {GROUPS.map((group) => {
          const rows = found.filter(({ key }) => key.startsWith(`${group}.`))
          if (rows.length === 0) return null
          return (
            <section key={group} aria-label={say.variableGroups[group]}>
              <h4>{say.variableGroups[group]}</h4>
              {rows.map(({ key, label }) => (
                <button key={key} type="button" onClick={() => pick(state.document.language === 'ko' ? label.ko : key)}>
                  <span>{label[language]}</span>
                  <small>{sheet.data.values[key] ?? ''}</small>
                </button>
              ))}
            </section>
          )
        })}
        <OwnColumns search={wanted} onPick={pick} />
      </div>
    </div>
  )
}

/** Whatever else a roster holds: by the heading of its column. */
function OwnColumns({ search, onPick }: { search: string; onPick: (name: string) => void }) {
  const say = useWords(words)
  const { state } = useEditor()
  const [name, setName] = useState('')
  const hint = useId()
  const known = columnsOf(state.document).filter((column) => column.toLowerCase().includes(search))
  return (
    <section aria-label={say.ownColumns}>
      <h4>{say.ownColumns}</h4>
      {known.map((column) => (
        <button key={column} type="button" onClick={() => onPick(column)}>
          <span>{column}</span>
        </button>
      ))}
      <form
        className="design-picker-own"
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          if (isColumnName(name)) onPick(name.trim())
        }}
      >
        <input
          aria-label={say.ownColumn}
          aria-describedby={hint}
          placeholder={say.ownColumn}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="design-small-button" disabled={!isColumnName(name)}>
          {say.addColumn}
        </button>
      </form>
      <p id={hint} className="design-hint">
        {say.columnHint}
      </p>
    </section>
  )
}
