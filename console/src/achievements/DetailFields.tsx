// The optional facts: level, workload, evidence, results, alignments.
import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { common } from '../language/common.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { Section } from '../ui/Page.tsx'
import type { EditorForm } from './use-editor.ts'
import { words } from './words.ts'

interface DetailFieldsProps {
  form: EditorForm
  disabled: boolean
}

const HINT_BELOW = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[]

export function DetailFields({ form, disabled }: DetailFieldsProps) {
  const say = useWords(words)
  const languages = useWords(common)
  const evidences = Object.entries(say.evidences).map(([value, label]) => ({ value, label }))
  return (
    <Section title={say.details} lead={say.detailsLead}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={say.framework}
          data={Object.entries(say.frameworks).map(([value, label]) => ({ value, label }))}
          disabled={disabled}
          {...form.getInputProps('level.framework')}
        />
        <TextInput label={say.levelValue} maxLength={30} disabled={disabled} {...form.getInputProps('level.value')} />
        <NumberInput label={say.hours} min={0} max={10000} disabled={disabled} {...form.getInputProps('hours')} />
        <NumberInput
          label={say.credits}
          min={0}
          max={1000}
          step={0.5}
          disabled={disabled}
          {...form.getInputProps('credits')}
        />
        <Select
          label={say.language}
          data={[
            { value: 'ko', label: languages.ko },
            { value: 'en', label: languages.en },
          ]}
          disabled={disabled}
          {...form.getInputProps('language')}
        />
        <Select label={say.evidence} data={evidences} disabled={disabled} {...form.getInputProps('evidenceWanted')} />
        <TextInput
          label={say.scaleName}
          placeholder={say.scaleNameHint}
          maxLength={60}
          disabled={disabled}
          {...form.getInputProps('resultScale.name')}
        />
        <TagsInput
          label={say.scaleValues}
          description={say.scaleValuesHint}
          inputWrapperOrder={HINT_BELOW}
          maxTags={12}
          splitChars={[',', '\t']}
          acceptValueOnBlur
          disabled={disabled}
          {...form.getInputProps('resultScale.values')}
        />
      </SimpleGrid>
      <Alignments form={form} disabled={disabled} />
    </Section>
  )
}

function Alignments({ form, disabled }: DetailFieldsProps) {
  const say = useWords(words)
  return (
    <Stack gap="xs" mt="md">
      <Text fw={500} size="sm">
        {say.alignments}
      </Text>
      {form.values.alignments.map((_, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are fields of a form and have no other identity
        <Group key={nth} gap="xs" align="flex-start" wrap="nowrap">
          <TextInput
            flex={1}
            aria-label={`${say.alignmentName} ${nth + 1}`}
            placeholder={say.alignmentName}
            disabled={disabled}
            {...form.getInputProps(`alignments.${nth}.targetName`)}
          />
          <TextInput
            flex={1}
            aria-label={`${say.alignmentUrl} ${nth + 1}`}
            placeholder="https://"
            disabled={disabled}
            {...form.getInputProps(`alignments.${nth}.targetUrl`)}
          />
          <ActionIcon
            variant="subtle"
            color="ink.6"
            size={36}
            disabled={disabled}
            aria-label={say.removeAlignment(nth + 1)}
            onClick={() => form.removeListItem('alignments', nth)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {!disabled && form.values.alignments.length < 20 && (
        <Group>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => form.insertListItem('alignments', { targetName: '', targetUrl: '' })}
          >
            {say.addAlignment}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
