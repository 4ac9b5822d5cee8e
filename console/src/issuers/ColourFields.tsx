// Two colours to choose, with badges that already wear them.
import { draftBadgeDesign } from '@kolleges/design'
import { ColorInput, Group, SimpleGrid, Stack } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { BadgePicture } from '../achievements/BadgePicture.tsx'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { Section } from '../ui/Page.tsx'
import type { InstitutionForm } from './queries.ts'
import { words } from './words.ts'

export const FIRST_COLOURS = { primaryColor: '#1f3a8a', accentColor: '#e0a526' }
const PALETTE_PRIMARY = ['#1f3a8a', '#0f5132', '#7a1631', '#3b2a7a', '#0d3b5c', '#14532d', '#9b1c1c', '#2f2f35']
const PALETTE_ACCENT = ['#e0a526', '#f4b400', '#5bc0be', '#ff9e64', '#c4e86b', '#c9a227', '#b5c7f2', '#d9a7b5']
const SAMPLES = [
  { template: 'hex-crest', icon: 'code' },
  { template: 'shield', icon: 'people' },
  { template: 'round-seal', icon: 'book' },
] as const

type Form = UseFormReturnType<InstitutionForm>

export function ColourFields({ form, disabled }: { form: Form; disabled?: boolean }) {
  const say = useWords(words)
  return (
    <Section title={say.looks} lead={say.looksLead}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
        <Stack>
          <ColorInput
            label={say.primary}
            swatches={PALETTE_PRIMARY}
            swatchesPerRow={8}
            withEyeDropper={false}
            disabled={disabled}
            {...form.getInputProps('primaryColor')}
          />
          <ColorInput
            label={say.accent}
            swatches={PALETTE_ACCENT}
            swatchesPerRow={8}
            withEyeDropper={false}
            disabled={disabled}
            {...form.getInputProps('accentColor')}
          />
        </Stack>
        <ColourPreview values={form.values} />
      </SimpleGrid>
    </Section>
  )
}

function ColourPreview({ values }: { values: InstitutionForm }) {
  const say = useWords(words)
  const { language, pick } = useFormat()
  const institutionName = pick(values.name).trim() || (language === 'ko' ? '한빛대학교' : 'Hanbit University')
  return (
    <Group role="img" aria-label={say.preview} justify="center" align="center" gap="sm" wrap="nowrap">
      {SAMPLES.map(({ template, icon }, nth) => (
        <BadgePicture
          key={template}
          size={112}
          design={draftBadgeDesign({
            template,
            icon,
            title: say.sampleTitles[nth] ?? '',
            institutionName,
            primary: values.primaryColor,
            accent: values.accentColor,
          })}
        />
      ))}
    </Group>
  )
}
