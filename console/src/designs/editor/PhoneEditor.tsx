// On a narrow screen: the page to look at, its words to change, and publishing. Layout waits for a larger screen.
import './editor.css'
import type { Design } from '@kolleges/api'
import { type DesignDocument, elementsOf } from '@kolleges/design'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLanguage, useWords } from '../../language/LanguageProvider.tsx'
import { Page, Section } from '../../ui/Page.tsx'

import { CheckPanel, useFindings } from './CheckPanel.tsx'
import { Conflict } from './Conflict.tsx'
import { Drawing } from './Drawing.tsx'
import { EditorContext, useEditor } from './editor-context.ts'
import { elementName } from './element-names.ts'
import { WordsField } from './fields.tsx'
import { Publish } from './Publish.tsx'
import { startingDraft, useEditorState, useSaving } from './use-design-editor.ts'
import { kitOf, useHouse, useKits } from './use-house.ts'
import { VariableChips } from './VariableChips.tsx'
import { words } from './words.ts'

const SAMPLE = { person: 'sample', longestName: null, columns: {} } as const

export function PhoneEditor({ design, document }: { design: Design; document: DesignDocument }) {
  const say = useWords(words)
  const [start] = useState(() => startingDraft(design, document))
  const house = useHouse(start.document, kitOf(useKits().data, design.brandKit))
  const editor = useEditorState(start, { ...SAMPLE, house })
  const saving = useSaving(design, editor, start.isRecovered)
  const findings = useFindings(editor)
  const [isPublishing, setPublishing] = useState(false)
  const { scene } = editor.sheet.layout
  return (
    <EditorContext.Provider value={editor}>
      <main id="main">
        <Page
          title={design.name}
          back={{ to: '/designs', label: say.back }}
          lead={saving.state === 'saved' ? undefined : say.saving[saving.state]}
          actions={editor.mayWrite && <Button onClick={() => setPublishing(true)}>{say.publish}</Button>}
        >
          {saving.state === 'conflict' && <Conflict design={design} saver={saving.saver} />}
          <div className="design-past" style={{ aspectRatio: `${scene.width} / ${scene.height}` }}>
            <Drawing scene={scene} />
          </div>
          <Section title={say.phoneTitle} lead={say.phoneText}>
            <Texts />
          </Section>
          <Section>
            <CheckPanel findings={findings} />
          </Section>
          <Publish
            design={design}
            saver={saving.saver}
            findings={findings}
            isOpen={isPublishing}
            onClose={() => setPublishing(false)}
          />
        </Page>
      </main>
    </EditorContext.Provider>
  )
}

function Texts() {
  const say = useWords(words)
  const { language } = useLanguage()
  const editor = useEditor()
  const texts = [...elementsOf(editor.state.document.elements)].flatMap((one) => (one.kind === 'text' ? [one] : []))
  return (
    <fieldset className="design-fields design-phone-texts" disabled={!editor.mayWrite}>
      <legend className="sr-only">{say.phoneTexts}</legend>
      {texts.map((element) => (
        <div key={element.id}>
          <WordsField
            label={elementName(element, say, language)}
            rows={2}
            maxLength={2000}
            value={element.text}
            onChange={(text) =>
              editor.act({
                do: 'edit',
                edit: { kind: 'set', id: element.id, fields: { text } },
                key: `write ${element.id}`,
              })
            }
          />
          <VariableChips text={element.text} />
        </div>
      ))}
    </fieldset>
  )
}
