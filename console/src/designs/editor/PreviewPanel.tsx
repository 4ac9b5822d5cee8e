// Whose certificate the page shows: a sample, the longest name of a real roster, a Latin name, no optional data, English.
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../../language/LanguageProvider.tsx'
import { useEditor } from './editor-context.ts'
import { WordsField } from './fields.tsx'
import { longestOf, namesIn } from './longest-name.ts'
import { columnsOf, PEOPLE, type PersonKind } from './preview-data.ts'
import { words } from './words.ts'

// The wall comes when it is looked at: the editor itself is to be there at once.
const PreviewWall = lazy(async () => ({ default: (await import('../PreviewWall.tsx')).PreviewWall }))

export interface PreviewChoice {
  readonly person: PersonKind
  readonly longestName: string | null
  readonly columns: Readonly<Record<string, string>>
}

interface PreviewPanelProps {
  choice: PreviewChoice
  choose: (choice: PreviewChoice) => void
  /** Of the institution's own learners. */
  rollName: string | null
}

export function PreviewPanel({ choice, choose, rollName }: PreviewPanelProps) {
  const say = useWords(words)
  return (
    <section aria-label={say.tabs.preview}>
      <fieldset className="design-people">
        <legend>{say.person}</legend>
        {PEOPLE.map((person) => (
          <label key={person}>
            <input
              type="radio"
              name="design-person"
              checked={choice.person === person}
              onChange={() => choose({ ...choice, person })}
            />
            {say.people[person]}
          </label>
        ))}
      </fieldset>
      {choice.person === 'longest' && <Roster choice={choice} choose={choose} rollName={rollName} />}
      <Columns choice={choice} choose={choose} />
      <Wall />
    </section>
  )
}

/** Where the page or badge will be met, drawn from the scene on the desk. */
function Wall() {
  const { sheet, state } = useEditor()
  const { page, elements } = state.document
  const [only] = elements
  const own = page === 'badge' && elements.length === 1 && only?.kind === 'badge' ? only.design : undefined
  return (
    <div className="design-wall">
      <Suspense fallback={null}>
        <PreviewWall
          bound={sheet.bound}
          scene={sheet.layout.scene}
          badge={own ?? sheet.data.badge}
          isBadge={own !== undefined}
        />
      </Suspense>
    </div>
  )
}

function Roster({ choice, choose, rollName }: PreviewPanelProps) {
  const say = useWords(words)
  const [text, setText] = useState('')
  const names = namesIn(text)
  const known = choice.longestName ?? rollName
  return (
    <div className="design-fields">
      <WordsField
        label={say.names}
        rows={4}
        value={text}
        onChange={(typed) => {
          setText(typed)
          choose({ ...choice, longestName: longestOf(namesIn(typed)) })
        }}
      />
      <p className="design-hint" data-wide>
        {say.namesHint}
      </p>
      {known && (
        <p role="status" data-wide>
          {say.longestIs(known)} {names.length > 0 ? `(${say.namesRead(names.length)})` : ''}
          {!choice.longestName && rollName && <span className="design-hint"> {say.longestFromRoll}</span>}
        </p>
      )}
    </div>
  )
}

function Columns({ choice, choose }: Pick<PreviewPanelProps, 'choice' | 'choose'>) {
  const say = useWords(words)
  const { state } = useEditor()
  const columns = columnsOf(state.document)
  if (columns.length === 0) return null
  return (
    <fieldset className="design-fields">
      <legend>{say.columnValues}</legend>
      {columns.map((name) => (
        <WordsField
          key={name}
          label={say.columnValue(name)}
          value={choice.columns[name] ?? ''}
          onChange={(value) => choose({ ...choice, columns: { ...choice.columns, [name]: value } })}
        />
      ))}
    </fieldset>
  )
}
