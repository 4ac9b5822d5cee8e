// What each other kind of element has besides its place.
import { type Element, elementsOf, ICONS, type IconName, iconSvg, ORNAMENTS, type OrnamentName } from '@kolleges/design'
import { FileButton } from '@mantine/core'
import { useMemo } from 'react'
import { useFormat, useWords } from '../../language/LanguageProvider.tsx'
import { PictureRadios } from '../../ui/PictureRadios.tsx'
import { useUploadPicture } from '../queries.ts'
import { setFields } from './commands.ts'
import { useEditor } from './editor-context.ts'
import { variableName, wordsOf } from './element-names.ts'
import { CheckField, ChoiceField, ColourField, FieldGroup, NumberField, WordsField } from './fields.tsx'
import { VariableChips } from './VariableChips.tsx'
import { VariablePicker } from './VariablePicker.tsx'
import { words } from './words.ts'

type Of<K extends Element['kind']> = Extract<Element, { kind: K }>

function useSet() {
  const { run } = useEditor()
  return (fields: Record<string, unknown>, key?: string) => run(setFields(fields, key))
}

interface StrokeProps {
  element: { strokeWidth?: number; dash?: readonly [number, number] }
  fallback: number
}

function StrokeFields({ element: { strokeWidth = 0.3, dash }, fallback }: StrokeProps) {
  const say = useWords(words)
  const set = useSet()
  return (
    <>
      <NumberField
        label={say.strokeWidth}
        min={0.05}
        max={100}
        step={0.1}
        value={strokeWidth}
        onChange={(value) => set({ strokeWidth: value })}
      />
      <CheckField
        label={say.dashed}
        isOn={dash !== undefined}
        onChange={(isOn) => set({ dash: isOn ? [fallback * 3, fallback * 3] : null })}
      />
    </>
  )
}

export function PaintFields({ element }: { element: Of<'shape'> | Of<'path'> }) {
  const say = useWords(words)
  const set = useSet()
  return (
    <FieldGroup title={say.kinds[element.kind]}>
      {element.kind === 'shape' && (
        <ChoiceField
          label={say.shape}
          value={element.shape}
          options={(['rectangle', 'ellipse'] as const).map((value) => ({ value, label: say.shapes[value] }))}
          onChange={(shape) => set({ shape })}
        />
      )}
      {element.kind === 'shape' && element.shape === 'rectangle' && (
        <NumberField
          label={say.radius}
          min={0}
          value={element.radius ?? 0}
          onChange={(radius) => set({ radius: radius || null })}
        />
      )}
      <ColourField label={say.fill} mayBeNone value={element.fill} onChange={(fill) => set({ fill })} />
      <ColourField label={say.stroke} mayBeNone value={element.stroke} onChange={(stroke) => set({ stroke })} />
      {element.stroke && <StrokeFields element={element} fallback={element.strokeWidth ?? 0.3} />}
    </FieldGroup>
  )
}

export function LineFields({ element }: { element: Of<'line'> }) {
  const say = useWords(words)
  const set = useSet()
  return (
    <FieldGroup title={say.kinds.line}>
      <ColourField label={say.colour} value={element.stroke} onChange={(stroke) => stroke && set({ stroke })} />
      <StrokeFields element={element} fallback={element.strokeWidth} />
    </FieldGroup>
  )
}

export function IconFields({ element }: { element: Of<'icon'> }) {
  const say = useWords(words)
  const { pick } = useFormat()
  const set = useSet()
  const options = useMemo(
    () => ICONS.map(({ name, label }) => ({ value: name, label: pick(label), picture: <IconPicture name={name} /> })),
    [pick],
  )
  return (
    <FieldGroup title={say.kinds.icon}>
      <ColourField label={say.colour} value={element.colour} onChange={(colour) => colour && set({ colour })} />
      <div className="design-field" data-wide>
        <PictureRadios
          legend={say.icon}
          value={element.icon}
          options={options}
          grid="repeat(auto-fill, minmax(40px, 1fr))"
          onChange={(icon) => set({ icon })}
        />
      </div>
    </FieldGroup>
  )
}

const IconPicture = ({ name }: { name: IconName }) => (
  <span
    className="icon-choice"
    // biome-ignore lint/security/noDangerouslySetInnerHtml: iconSvg writes our own outlines, nothing of anybody else's
    dangerouslySetInnerHTML={{ __html: iconSvg(name, { size: 22 }) }}
  />
)

export function OrnamentFields({ element }: { element: Of<'ribbon'> }) {
  const say = useWords(words)
  const { pick } = useFormat()
  const set = useSet()
  return (
    <FieldGroup title={say.ornament}>
      <ChoiceField<OrnamentName>
        wide
        label={say.ornament}
        value={element.ribbon}
        options={ORNAMENTS.map(({ name, label }) => ({ value: name, label: pick(label) }))}
        onChange={(ribbon) => set({ ribbon })}
      />
      <ColourField label={say.colour} value={element.colour} onChange={(colour) => colour && set({ colour })} />
      <ColourField label={say.second} value={element.second} onChange={(second) => second && set({ second })} />
    </FieldGroup>
  )
}

const PICTURE_KINDS = ['logo', 'symbol', 'signature'] as const
const PICTURES = [1, 2, 3].flatMap((at) => PICTURE_KINDS.map((kind) => `institution${at}.${kind}`))

export function ImageFields({ element }: { element: Of<'image'> }) {
  const say = useWords(words)
  const { language } = useFormat()
  const set = useSet()
  const upload = useUploadPicture()
  const stored = element.picture ? [{ value: '', label: say.uploaded }] : []
  return (
    <FieldGroup title={say.picture}>
      <ChoiceField
        wide
        label={say.pictureOf}
        value={element.variable ?? ''}
        options={[...stored, ...PICTURES.map((value) => ({ value, label: variableName(value, language) }))]}
        onChange={(variable) =>
          set({ variable: variable || null, ...(variable ? { picture: null, when: variable } : {}) })
        }
      />
      <FileButton
        accept="image/png,image/jpeg,image/svg+xml"
        onChange={(file) =>
          file && upload.mutate(file, { onSuccess: ({ id }) => set({ picture: id, variable: null, when: null }) })
        }
      >
        {(props) => (
          <button {...props} type="button" className="design-small-button" disabled={upload.isPending}>
            {say.uploadPicture}
          </button>
        )}
      </FileButton>
    </FieldGroup>
  )
}

export function QrFields({ element }: { element: Of<'qr'> }) {
  const say = useWords(words)
  const set = useSet()
  return (
    <FieldGroup title={say.kinds.qr}>
      <WordsField
        label={say.qrText}
        value={element.text}
        maxLength={512}
        onChange={(text) => text && set({ text }, `qr ${element.id}`)}
      />
      <VariableChips text={element.text} />
      <VariablePicker onPick={(token) => set({ text: token })} />
      <ColourField label={say.colour} value={element.colour} onChange={(colour) => colour && set({ colour })} />
    </FieldGroup>
  )
}

export function SealFields({ element }: { element: Of<'seal'> }) {
  const say = useWords(words)
  const { language } = useFormat()
  const { state } = useEditor()
  const set = useSet()
  const texts = [...elementsOf(state.document.elements)].flatMap((one) =>
    one.kind === 'text' && one.text !== '' ? [one] : [],
  )
  return (
    <FieldGroup title={say.kinds.seal}>
      <ChoiceField
        wide
        label={say.institution}
        value={String(element.institution)}
        options={([1, 2, 3] as const).map((at) => ({ value: String(at), label: say.institutions[at] }))}
        onChange={(at) => set({ institution: Number(at) })}
      />
      <ChoiceField
        wide
        label={say.sealOn}
        value={element.on ?? ''}
        options={[
          { value: '', label: say.sealFree },
          ...texts.map(({ id, text }) => ({ value: id, label: say.sealOnText(wordsOf(text, language).slice(0, 30)) })),
        ]}
        onChange={(on) => set({ on: on || null })}
      />
      <p className="design-hint">{say.sealRule}</p>
    </FieldGroup>
  )
}

export function GroupFields({ element }: { element: Of<'group'> }) {
  const say = useWords(words)
  const set = useSet()
  const { stack } = element
  return (
    <FieldGroup title={say.kinds.group}>
      <CheckField
        label={say.stack}
        isOn={stack !== undefined}
        onChange={(isOn) => set({ stack: isOn ? { gap: 2 } : null })}
      />
      {stack && (
        <NumberField
          label={say.stackGap}
          min={0}
          step={0.5}
          value={stack.gap}
          onChange={(gap) => set({ stack: { gap } })}
        />
      )}
    </FieldGroup>
  )
}
