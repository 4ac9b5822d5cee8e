// What the certificates of a batch need beside the roster: asked once, for everybody.
import { findVariable, parseDocument, variablesOf } from '@kolleges/design'
import { Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { designQuery } from '../designs/queries.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { Section } from '../ui/Page.tsx'
import type { IssueWizard } from './use-issue.ts'
import { words } from './words.ts'

/** Nothing at all for a badge without a certificate, or for one that asks for nothing more. */
export function CertificateValues({ wizard }: { wizard: IssueWizard }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const certificate = wizard.achievement?.certificate
  const design = useQuery({ ...designQuery(certificate?.design ?? ''), enabled: certificate != null })
  const keys = useMemo(() => askedFor(design.data?.document), [design.data])
  const columns = new Set(
    wizard.roster.reading?.preview.columns.filter(({ isKept }) => isKept).map(({ header }) => header),
  )
  if (!certificate || keys.length === 0) return null
  return (
    <Section title={say.certificateTitle} lead={say.certificateHint}>
      <Stack>
        {keys.map((key) => {
          const name = findVariable(key)?.label.ko ?? key
          return (
            <TextInput
              key={key}
              label={findVariable(key)?.label[language] ?? key}
              maxLength={200}
              description={columns.has(name) ? say.fromColumn : undefined}
              value={wizard.details.values[name] ?? ''}
              onChange={(event) =>
                wizard.change({ values: { ...wizard.details.values, [name]: event.currentTarget.value } })
              }
            />
          )
        })}
      </Stack>
    </Section>
  )
}

/** Variables that neither the roll, nor the badge, nor the credential brings. */
const BROUGHT =
  /^(learner\.|credential\.|institution\d\.|achievement\.(name|nameEnglish|description|hours|credits|skills|grade)$)/

function askedFor(document: unknown): string[] {
  const parsed = document ? parseDocument(document) : null
  if (parsed?.outcome !== 'parsed') return []
  return variablesOf(parsed.document)
    .map(({ key }) => key)
    .filter((key) => !BROUGHT.test(key))
}
