// How the badge looks: template, words, icon, colours, and what this template draws besides.
import {
  type BadgeDesign,
  draftBadgeDesign,
  ICONS,
  type IconName,
  iconSvg,
  TEMPLATES,
  type TemplateId,
  titleFit,
} from '@kolleges/design'
import { ColorInput, NumberInput, SimpleGrid, TextInput } from '@mantine/core'
import { useDeferredValue, useMemo } from 'react'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { Section } from '../ui/Page.tsx'
import { PictureRadios } from '../ui/PictureRadios.tsx'
import { fieldsOf } from './achievement-form.ts'
import { BadgePicture } from './BadgePicture.tsx'
import type { EditorForm } from './use-editor.ts'
import { words } from './words.ts'

interface DesignFieldsProps {
  form: EditorForm
  disabled: boolean
}

export function DesignFields({ form, disabled }: DesignFieldsProps) {
  const say = useWords(words)
  return (
    <Section title={say.look}>
      <TemplateGallery form={form} disabled={disabled} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} my="md">
        <TitleField form={form} disabled={disabled} />
        <TextInput
          label={say.institutionName}
          maxLength={60}
          disabled={disabled}
          {...form.getInputProps('design.institutionName')}
        />
        <ColorInput
          label={say.primary}
          withEyeDropper={false}
          disabled={disabled}
          {...form.getInputProps('design.primary')}
        />
        <ColorInput
          label={say.accent}
          withEyeDropper={false}
          disabled={disabled}
          {...form.getInputProps('design.accent')}
        />
        <TemplateParts form={form} disabled={disabled} />
      </SimpleGrid>
      <IconPicker form={form} disabled={disabled} />
    </Section>
  )
}

const GALLERY_BADGE_PX = 96

function TemplateGallery({ form, disabled }: DesignFieldsProps) {
  const say = useWords(words)
  const { pick } = useFormat()
  const { title, icon, primary, accent, institutionName } = useDeferredValue(form.values.design)
  const options = useMemo(
    () =>
      TEMPLATES.map(({ id, name }) => {
        const wishes = { title, institutionName, primary, accent, icon: icon as BadgeDesign['icon'] }
        const design = { ...draftBadgeDesign({ ...wishes, template: id }), ...examplesOf(id) }
        return {
          value: id,
          label: pick(name),
          picture: <BadgePicture design={design} size={GALLERY_BADGE_PX} compact={false} />,
        }
      }),
    [title, icon, primary, accent, institutionName, pick],
  )
  return (
    <PictureRadios
      legend={say.template}
      // Not the deferred one: what was chosen is marked at once, however long the pictures take.
      value={form.values.design.template}
      options={options}
      grid="repeat(4, minmax(0, 1fr))"
      showLabels
      disabled={disabled}
      onChange={(chosen) => form.setFieldValue('design.template', chosen)}
    />
  )
}

const examplesOf = (id: TemplateId): Partial<BadgeDesign> => {
  const fields = fieldsOf(id)
  return {
    ...(fields.includes('progress') ? { done: 3, total: 5 } : {}),
    ...(fields.includes('grade') ? { grade: 'A' } : {}),
    ...(fields.includes('level') ? { level: 2, levels: 3 } : {}),
  }
}

function TitleField({ form, disabled }: DesignFieldsProps) {
  const say = useWords(words)
  const { template, title } = form.values.design
  const fit = title.trim() === '' ? null : titleFit(template as TemplateId, title)
  return (
    <TextInput
      label={say.title}
      maxLength={60}
      disabled={disabled}
      description={fit?.ok ? say.titleFits(fit.lines.length) : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...form.getInputProps('design.title')}
      error={form.errors['design.title'] ?? (fit && !fit.ok ? say.titleTooLong : undefined)}
    />
  )
}

function TemplateParts({ form, disabled }: DesignFieldsProps) {
  const say = useWords(words)
  const fields = fieldsOf(form.values.design.template)
  const number = (name: 'level' | 'levels' | 'done' | 'total', min: number, max: number, description?: string) => (
    <NumberInput
      label={say[name]}
      min={min}
      max={max}
      allowDecimal={false}
      clampBehavior="strict"
      disabled={disabled}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...form.getInputProps(`design.${name}`)}
    />
  )
  return (
    <>
      {fields.includes('level') && number('level', 0, form.values.design.levels, say.levelHint)}
      {fields.includes('level') && number('levels', 1, 5)}
      {fields.includes('progress') && number('done', 0, form.values.design.total)}
      {fields.includes('progress') && number('total', 2, 12)}
      {fields.includes('year') && (
        <TextInput
          label={say.year}
          inputMode="numeric"
          maxLength={4}
          disabled={disabled}
          {...form.getInputProps('design.year')}
        />
      )}
      {fields.includes('grade') && (
        <TextInput label={say.grade} maxLength={2} disabled={disabled} {...form.getInputProps('design.grade')} />
      )}
    </>
  )
}

function IconPicker({ form, disabled }: DesignFieldsProps) {
  const say = useWords(words)
  const { pick } = useFormat()
  const options = useMemo(
    () =>
      ICONS.map(({ name, label }) => ({
        value: name,
        label: pick(label),
        picture: <IconPicture name={name} />,
      })),
    [pick],
  )
  return (
    <PictureRadios
      legend={say.icon}
      value={form.values.design.icon}
      options={options}
      grid="repeat(auto-fill, minmax(44px, 1fr))"
      disabled={disabled}
      onChange={(chosen) => form.setFieldValue('design.icon', chosen)}
    />
  )
}

function IconPicture({ name }: { name: IconName }) {
  const html = { __html: iconSvg(name, { size: 24 }) }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing, made of fixed outlines
  return <span aria-hidden className="icon-choice" dangerouslySetInnerHTML={html} />
}
