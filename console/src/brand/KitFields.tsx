// The fields of a kit: colours with what they mean for reading, faces, who signs, what the programme's badges share.
import type { BrandFont, BrandKit } from '@kolleges/api'
import { logoColours, TEMPLATES } from '@kolleges/design'
import { Button, ColorInput, FileButton, Group, Select, SimpleGrid, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPalette } from '@tabler/icons-react'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { Section } from '../ui/Page.tsx'
import { toastDone, toastFault } from '../ui/toasts.tsx'
import { colourNotes } from './contrast.ts'
import type { KitLook } from './kit-pieces.ts'
import { pixelsOf } from './pixels.ts'
import { words } from './words.ts'

export type KitForm = KitLook & Pick<BrandKit, 'name'>

export const formOf = ({ name, primary, accent, fonts, head, badge }: BrandKit): KitForm => ({
  name,
  primary,
  accent,
  fonts,
  head,
  badge,
})

interface FieldsProps {
  form: UseFormReturnType<KitForm>
  disabled: boolean
}

export function ColourFields({ form, disabled, logoUrl }: FieldsProps & { logoUrl: string | null }) {
  const say = useWords(words)
  const take = useTakeColours(form)
  const fromLogo = async () => {
    const { pathname, search } = new URL(logoUrl!, location.origin)
    await take(await (await fetch(pathname + search, { credentials: 'same-origin' })).blob())
  }
  return (
    <Section title={say.colours} lead={say.coloursLead}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <ColorInput label={say.primary} withEyeDropper={false} disabled={disabled} {...form.getInputProps('primary')} />
        <ColorInput label={say.accent} withEyeDropper={false} disabled={disabled} {...form.getInputProps('accent')} />
      </SimpleGrid>
      <Notes primary={form.values.primary} accent={form.values.accent} />
      {!disabled && (
        <Group mt="sm" gap={8}>
          {logoUrl && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPalette size={14} aria-hidden />}
              onClick={() => void fromLogo()}
            >
              {say.fromLogo}
            </Button>
          )}
          <FileButton accept="image/png,image/jpeg,image/svg+xml" onChange={(file) => file && void take(file)}>
            {(props) => (
              <Button {...props} variant="default" size="xs" leftSection={<IconPalette size={14} aria-hidden />}>
                {say.fromNewLogo}
              </Button>
            )}
          </FileButton>
        </Group>
      )}
    </Section>
  )
}

function useTakeColours(form: UseFormReturnType<KitForm>) {
  const say = useWords(words)
  return async (picture: Blob) => {
    const pixels = await pixelsOf(picture).catch(() => null)
    const found = pixels && logoColours(pixels.rgba)
    if (!found) return toastFault(pixels ? say.noColours : say.cannotOpen)
    form.setValues(found)
    toastDone(say.foundColours)
  }
}

/** Half-typed colours say nothing yet. */
function Notes({ primary, accent }: { primary: string; accent: string }) {
  const say = useWords(words)
  const isWhole = [primary, accent].every((colour) => /^#[0-9a-f]{6}$/i.test(colour))
  if (!isWhole) return null
  return (
    <ul className="colour-notes">
      {colourNotes(primary, accent).map(({ says, ratio, tone }) => (
        <li key={says} data-tone={tone}>
          {say[says]} <span className="quiet nowrap">{say.ratio(ratio.toFixed(1))}</span>
        </li>
      ))}
    </ul>
  )
}

const FONTS: readonly BrandFont[] = ['as-designed', 'serif', 'sans']

export function FontFields({ form, disabled }: FieldsProps) {
  const say = useWords(words)
  const data = FONTS.map((value) => ({ value, label: say.fontNames[value] }))
  const choice = (part: 'title' | 'body', label: string) => (
    <Select
      label={label}
      data={data}
      allowDeselect={false}
      disabled={disabled}
      {...form.getInputProps(`fonts.${part}`)}
    />
  )
  return (
    <Section title={say.fonts} lead={say.fontsLead}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {choice('title', say.titleFont)}
        {choice('body', say.bodyFont)}
      </SimpleGrid>
    </Section>
  )
}

export function HeadFields({ form, disabled }: FieldsProps) {
  const say = useWords(words)
  const field = (part: 'title' | 'name', language: 'ko' | 'en') => (
    <TextInput
      label={`${part === 'title' ? say.headTitle : say.headName} (${language === 'ko' ? say.inKorean : say.inEnglish})`}
      lang={language}
      maxLength={60}
      disabled={disabled}
      {...form.getInputProps(`head.${part}.${language}`)}
    />
  )
  return (
    <Section title={say.head} lead={say.headLead}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {field('title', 'ko')}
        {field('name', 'ko')}
        {field('title', 'en')}
        {field('name', 'en')}
      </SimpleGrid>
    </Section>
  )
}

const LEVELS = ['0', '2', '3', '4', '5']

export function BadgeFields({ form, disabled }: FieldsProps) {
  const say = useWords(words)
  const { pick } = useFormat()
  const { template, levels } = form.values.badge
  const shapes = TEMPLATES.filter(({ fields }) => fields.includes('level')).map(({ id, name }) => ({
    value: id,
    label: pick(name),
  }))
  return (
    <Section title={say.badges} lead={say.badgesLead}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={say.shape}
          data={shapes}
          placeholder={say.anyShape}
          clearable
          searchable
          disabled={disabled}
          value={template}
          onChange={(chosen) => form.setFieldValue('badge.template', chosen)}
        />
        <Select
          label={say.levels}
          data={LEVELS.map((value) => ({ value, label: value === '0' ? say.noLevels : value }))}
          allowDeselect={false}
          disabled={disabled}
          value={String(levels)}
          onChange={(chosen) => form.setFieldValue('badge.levels', Number(chosen))}
        />
      </SimpleGrid>
    </Section>
  )
}
