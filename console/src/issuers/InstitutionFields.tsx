// The fields that describe an institution, for setting up as well as for changing.
import { type Institution, InstitutionKind } from '@kolleges/api'
import { Select, SimpleGrid, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useWords } from '../language/LanguageProvider.tsx'
import { Section } from '../ui/Page.tsx'
import type { InstitutionForm } from './queries.ts'
import { tidySlug } from './slug.ts'
import { words } from './words.ts'

type Form = UseFormReturnType<InstitutionForm>

interface NameFieldsProps {
  form: Form
  /** The address can be chosen only while the institution is new. */
  isNew: boolean
  disabled?: boolean
  onNameEn?: (name: string) => void
}

export function NameFields({ form, isNew, disabled, onNameEn }: NameFieldsProps) {
  const say = useWords(words)
  const nameEn = form.getInputProps('name.en')
  return (
    <Section title={say.names}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={say.nameKo}
          withAsterisk
          lang="ko"
          autoComplete="organization"
          disabled={disabled}
          {...form.getInputProps('name.ko')}
        />
        <TextInput
          label={say.nameEn}
          withAsterisk
          lang="en"
          description={say.nameEnHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          disabled={disabled}
          {...nameEn}
          onChange={(event) => {
            nameEn.onChange(event)
            onNameEn?.(event.currentTarget.value)
          }}
        />
        <Select
          label={say.kind}
          data={InstitutionKind.options.map((kind) => ({ value: kind, label: say.kinds[kind] }))}
          disabled={disabled}
          {...form.getInputProps('kind')}
        />
        <SlugField form={form} isNew={isNew} />
      </SimpleGrid>
    </Section>
  )
}

function SlugField({ form, isNew }: { form: Form; isNew: boolean }) {
  const say = useWords(words)
  const props = form.getInputProps('slug')
  return (
    <TextInput
      label={say.slug}
      withAsterisk={isNew}
      readOnly={!isNew}
      variant={isNew ? 'default' : 'filled'}
      spellCheck={false}
      description={isNew ? say.slugHint(location.origin, form.values.slug) : say.slugFixed}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...props}
      onChange={(event) => form.setFieldValue('slug', tidySlug(event.currentTarget.value))}
    />
  )
}

export function ContactFields({ form, disabled }: { form: Form; disabled?: boolean }) {
  const say = useWords(words)
  return (
    <Section title={say.contact} lead={say.contactLead}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={say.website}
          type="url"
          inputMode="url"
          placeholder="https://"
          autoComplete="url"
          disabled={disabled}
          {...form.getInputProps('website')}
        />
        <TextInput
          label={say.contactEmail}
          type="email"
          autoComplete="email"
          disabled={disabled}
          {...form.getInputProps('contactEmail')}
        />
        <TextInput
          label={say.headTitle}
          description={say.headTitleHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          disabled={disabled}
          {...form.getInputProps('headTitle')}
        />
      </SimpleGrid>
    </Section>
  )
}

/** What the form shows of an institution that exists. */
export const formOf = (institution: Institution): InstitutionForm => ({
  name: institution.name,
  kind: institution.kind,
  slug: institution.slug,
  primaryColor: institution.primaryColor,
  accentColor: institution.accentColor,
  website: institution.website ?? '',
  contactEmail: institution.contactEmail ?? '',
  headTitle: institution.headTitle ?? '',
})
