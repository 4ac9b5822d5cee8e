// The rule as learners will read it, and what must be put right first.
import { Alert } from '@mantine/core'
import { useWords } from '../language/LanguageProvider.tsx'
import { Section } from '../ui/Page.tsx'
import { blockId } from './block-id.ts'
import type { Reading } from './read-rule.ts'
import { words } from './words.ts'

export function RuleWords({ reading }: { reading: Reading }) {
  const say = useWords(words)
  return (
    <Section title={say.words}>
      <ul className="rule-words" aria-live="polite">
        {reading.lines.map(({ path, depth, text }) => (
          <li key={path} data-path={path} style={{ paddingInlineStart: depth * 20 }}>
            {text}
          </li>
        ))}
      </ul>
      {reading.faults.length > 0 && (
        <Alert color="yellow" mt="sm" title={say.faults} styles={{ title: { color: 'var(--ink)' } }}>
          <ul>
            {reading.faults.map(({ path, kind, text }) => (
              <li key={`${path} ${text}`}>
                {path === '' ? (
                  text
                ) : (
                  <>
                    <a href={`#${blockId(path)}`} onClick={() => document.getElementById(blockId(path))?.focus()}>
                      {say.kinds[kind]}
                    </a>
                    : {text}
                  </>
                )}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </Section>
  )
}
