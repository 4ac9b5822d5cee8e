// The variables of a text as chips: each with the value it has now, red where it has none.
import { useLanguage, useWords } from '../../language/LanguageProvider.tsx'
import { useEditor } from './editor-context.ts'
import { variableName } from './element-names.ts'
import { type Token, tokensOf } from './tokens.ts'
import { words } from './words.ts'

const VALUE_SHOWN_MAX = 18

export function VariableChips({ text, onPress }: { text: string; onPress?: (token: Token) => void }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const { sheet } = useEditor()
  const tokens = tokensOf(text)
  if (tokens.length === 0) return null
  return (
    <ul className="design-chips" aria-label={say.variablesHere}>
      {tokens.map((token) => {
        const value = sheet.data.values[token.key]
        const name = variableName(token.name, language)
        const told = value ? say.hasValue(name, shortened(value)) : say.missing(name)
        const chip = token.style ? `${told} (${token.style})` : told
        return (
          <li key={token.from}>
            {onPress ? (
              <button
                type="button"
                className="design-chip"
                data-missing={!value || undefined}
                onClick={() => onPress(token)}
              >
                {chip}
              </button>
            ) : (
              <span className="design-chip" data-missing={!value || undefined}>
                {chip}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const shortened = (value: string): string =>
  value.length > VALUE_SHOWN_MAX ? `${value.slice(0, VALUE_SHOWN_MAX - 1)}…` : value
