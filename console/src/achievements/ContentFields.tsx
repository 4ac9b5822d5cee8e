// What the badge stands for: name, description, criteria, skills.
import { AchievementKind } from '@kolleges/api'
import { Button, Select, Stack, TagsInput, Textarea, TextInput } from '@mantine/core'
import { IconWand } from '@tabler/icons-react'
import { useWords } from '../language/LanguageProvider.tsx'
import { Section } from '../ui/Page.tsx'
import { titleAfterRename } from './achievement-form.ts'
import { STARTERS } from './starters.ts'
import type { EditorForm } from './use-editor.ts'
import { words } from './words.ts'

const SKILLS_MAX = 20

interface ContentFieldsProps {
  form: EditorForm
  disabled: boolean
}

export function ContentFields({ form, disabled }: ContentFieldsProps) {
  const say = useWords(words)
  const rename = (name: string) => {
    form.setFieldValue('design.title', titleAfterRename(form.values.design, form.values.name, name))
    form.setFieldValue('name', name)
  }
  return (
    <Section title={say.basics}>
      <Stack>
        <TextInput
          label={say.name}
          withAsterisk
          maxLength={120}
          placeholder={say.namePlaceholder}
          disabled={disabled}
          {...form.getInputProps('name')}
          onChange={(event) => rename(event.currentTarget.value)}
        />
        <Textarea
          label={say.description}
          withAsterisk
          autosize
          minRows={2}
          maxLength={5000}
          description={say.descriptionHint}
          disabled={disabled}
          {...form.getInputProps('description')}
        />
        <Select
          label={say.kind}
          searchable
          data={AchievementKind.options.map((kind) => ({ value: kind, label: say.kinds[kind] }))}
          disabled={disabled}
          {...form.getInputProps('kind')}
        />
        <Criteria form={form} disabled={disabled} />
        <TagsInput
          label={say.skills}
          description={say.skillsHint}
          maxTags={SKILLS_MAX}
          splitChars={[',', '\t']}
          acceptValueOnBlur
          disabled={disabled}
          {...form.getInputProps('skills')}
        />
      </Stack>
    </Section>
  )
}

function Criteria({ form, disabled }: ContentFieldsProps) {
  const say = useWords(words)
  const starter = STARTERS[form.values.kind][form.values.language]
  return (
    <div>
      <Textarea
        label={say.criteria}
        withAsterisk
        autosize
        minRows={4}
        maxLength={5000}
        description={say.criteriaHint}
        disabled={disabled}
        {...form.getInputProps('criteria.narrative')}
      />
      {!disabled && form.values.criteria.narrative.trim() === '' && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt={4}
          leftSection={<IconWand size={14} aria-hidden />}
          onClick={() => form.setFieldValue('criteria.narrative', starter)}
        >
          {say.starter}
        </Button>
      )}
    </div>
  )
}
