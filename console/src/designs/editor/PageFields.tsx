// What belongs to the whole page: its title, language, ground, and the two colours everything follows.
import { useWords } from '../../language/LanguageProvider.tsx'
import { words as designWords } from '../words.ts'
import { useEditor } from './editor-context.ts'
import { ChoiceField, ColourField, FieldGroup, OwnColour, WordsField } from './fields.tsx'
import { words } from './words.ts'

export function PageFields() {
  const say = useWords(words)
  const { pages } = useWords(designWords)
  const { state, act } = useEditor()
  const { document } = state
  const restyle = (fields: Partial<typeof document>, key?: string) =>
    act({ do: 'edit', edit: { kind: 'restyle', fields }, key })
  return (
    <FieldGroup title={pages[document.page]}>
      <OwnColour label={say.primary} value={document.primary} onChange={(primary) => restyle({ primary }, 'primary')} />
      <OwnColour label={say.accent} value={document.accent} onChange={(accent) => restyle({ accent }, 'accent')} />
      <ColourField label={say.ground} value={document.ground} onChange={(ground) => ground && restyle({ ground })} />
      <ChoiceField
        label={say.language}
        value={document.language}
        options={(['ko', 'en'] as const).map((value) => ({ value, label: say.languages[value] }))}
        onChange={(language) => restyle({ language })}
      />
      <WordsField
        label={say.pageTitle}
        value={document.title}
        maxLength={200}
        onChange={(title) => title.trim() !== '' && restyle({ title }, 'title')}
      />
    </FieldGroup>
  )
}
