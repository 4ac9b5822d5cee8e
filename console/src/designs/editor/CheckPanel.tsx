// What pre-flight finds: each finding leads to its element and, where it can, mends it.
import { FINDINGS, type Finding, preflight } from '@kolleges/design'
import { useDeferredValue, useMemo } from 'react'
import { Link } from 'react-router'
import { useLanguage, useWords } from '../../language/LanguageProvider.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { type Editor, useEditor } from './editor-context.ts'
import { elementName, variableName } from './element-names.ts'
import { newElement } from './new-elements.ts'
import { words } from './words.ts'

/** A moment behind the hand, so that dragging and typing come first. */
export function useFindings({ sheet }: Pick<Editor, 'sheet'>): readonly Finding[] {
  const later = useDeferredValue(sheet)
  return useMemo(() => onceEach(preflight(later.bound, later.layout)), [later])
}

/** One variable missing twice in one text is one thing to mend. */
function onceEach(findings: readonly Finding[]): Finding[] {
  const named = findings.map((one) => [`${one.code} ${one.element ?? ''} ${one.variable ?? ''}`, one] as const)
  return [...new Map(named).values()]
}

export function CheckPanel({ findings }: { findings: readonly Finding[] }) {
  const say = useWords(words)
  const ordered = findings.toSorted((a, b) => Number(b.blocks) - Number(a.blocks))
  return (
    <section aria-label={say.findings}>
      <h2>{say.findings}</h2>
      <p className="sr-only" role="status">
        {findings.length === 0 ? say.noFindings : say.notReady(findings.filter(({ blocks }) => blocks).length)}
      </p>
      {findings.length === 0 && <p className="design-good">{say.noFindings}</p>}
      <ul className="design-findings">
        {ordered.map((finding) => (
          <Row key={`${finding.code} ${finding.element ?? ''} ${finding.variable ?? ''}`} finding={finding} />
        ))}
      </ul>
    </section>
  )
}

function Row({ finding }: { finding: Finding }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const editor = useEditor()
  const { code, blocks, element, variable, found } = finding
  const one = element === undefined ? undefined : editor.sheet.byId.get(element)
  const about = [one && elementName(one.element, say, language), variable && variableName(variable, language)]
  const fix = fixOf(finding, editor)
  return (
    <li>
      <div className="design-finding-head">
        <Chip tone={blocks ? 'bad' : 'warn'}>{blocks ? say.blocking : say.advice}</Chip>
        {found !== undefined && <span className="design-hint">{say.found(found)}</span>}
      </div>
      <p>{FINDINGS[code].says[language]}</p>
      <p className="design-hint">{[...new Set(about.filter(Boolean))].join(' · ')}</p>
      <div className="design-finding-acts">
        {one && (
          <button
            type="button"
            className="design-small-button"
            onClick={() => editor.act({ do: 'choose', ids: [one.element.id], inside: one.parent })}
          >
            {say.selectIt}
          </button>
        )}
        {isAtHome(finding) && (
          <Link to={homeOf(finding)} className="design-small-button">
            {say.register}
          </Link>
        )}
        {fix && editor.mayWrite && (
          <button type="button" className="design-small-button" data-primary onClick={fix}>
            {say.fix}
          </button>
        )}
      </div>
    </li>
  )
}

/** What the institution has not said or given yet is mended where it is kept, not on the page. */
const isAtHome = ({ code, variable = '' }: Finding): boolean =>
  code === 'seal-is-sample' || (code === 'variable-unbound' && variable.startsWith('institution1.'))

/** Its name is said on the institution's page; who signs, and every picture, on that of its brand. */
const homeOf = ({ variable = '' }: Finding): string =>
  /^institution1\.name(English)?$/.test(variable) ? '/institution' : '/brand'

/** What pre-flight offers; and what is missing altogether is put on the page. */
function fixOf({ code, fix, element }: Finding, editor: Editor): (() => void) | null {
  if (fix) return () => editor.act({ do: 'edit', edit: fix, chosen: element ? [element] : undefined })
  const added = ADDED[code]
  if (!added) return null
  return () => {
    const { document } = editor.state
    const made = newElement(document, added.what, added.text ?? '')
    editor.act({
      do: 'edit',
      edit: { kind: 'add', parent: null, at: document.elements.length, element: made },
      chosen: [made.id],
    })
  }
}

const ADDED: Partial<Record<Finding['code'], { what: 'qr' | 'seal' | 'text'; text?: string }>> = {
  'qr-missing': { what: 'qr' },
  'seal-missing': { what: 'seal' },
  'number-missing': { what: 'text', text: '{{credential.number}}' },
}
