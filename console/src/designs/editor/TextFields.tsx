// How a text is set: its words, type, and the way its lines run.
import type { Element } from '@kolleges/design'
import { useWords } from '../../language/LanguageProvider.tsx'
import { setFields } from './commands.ts'
import { useEditor } from './editor-context.ts'
import { ChoiceField, ColourField, FieldGroup, NumberField, WordsField } from './fields.tsx'
import { VariableChips } from './VariableChips.tsx'
import { words } from './words.ts'

type TextElement = Extract<Element, { kind: 'text' }>

type Set = (fields: Record<string, unknown>, key?: string) => void

export function TextFields({ element, isShared }: { element: TextElement; isShared?: boolean }) {
  const say = useWords(words)
  const { run, write } = useEditor()
  const set: Set = (fields, key) => run(setFields(fields, key))
  return (
    <>
      {!isShared && (
        <FieldGroup title={say.text}>
          <WordsField
            label={say.text}
            rows={3}
            maxLength={2000}
            value={element.text}
            onChange={(text) => set({ text }, `write ${element.id}`)}
          />
          <VariableChips text={element.text} />
          <button type="button" className="design-small-button" onClick={() => write(element.id)}>
            {say.editText}
          </button>
        </FieldGroup>
      )}
      <TypeFields element={element} set={set} />
      <FlowFields element={element} set={set} />
    </>
  )
}

function TypeFields({ element, set }: { element: TextElement; set: Set }) {
  const say = useWords(words)
  return (
    <FieldGroup title={say.font}>
      <ChoiceField
        wide
        label={say.font}
        value={element.face}
        options={(['sans', 'serif'] as const).map((value) => ({ value, label: say.fonts[value] }))}
        onChange={(face) => set({ face })}
      />
      <ChoiceField
        label={say.weight}
        value={String(element.weight)}
        options={([400, 700, 800] as const).map((value) => ({ value: String(value), label: say.weights[value] }))}
        onChange={(weight) => set({ weight: Number(weight) })}
      />
      <ColourField label={say.colour} value={element.colour} onChange={(colour) => colour && set({ colour })} />
      <NumberField
        label={say.size}
        min={1}
        max={600}
        step={0.5}
        value={element.size}
        onChange={(size) => set({ size })}
      />
      <NumberField
        label={say.sizeMin}
        min={1}
        max={600}
        step={0.5}
        value={element.sizeMin ?? element.size}
        onChange={(sizeMin) => set({ sizeMin: Math.min(sizeMin, element.size) })}
      />
      <NumberField
        label={say.tracking}
        min={-0.1}
        max={4}
        step={0.05}
        unit="em"
        value={element.tracking ?? 0}
        onChange={(tracking) => set({ tracking: tracking === 0 ? null : tracking })}
      />
      <NumberField
        label={say.lineHeight}
        min={1}
        max={4}
        step={0.1}
        value={element.lineHeight ?? ((element.linesMax ?? 1) > 1 ? 1.5 : 1)}
        onChange={(lineHeight) => set({ lineHeight })}
      />
    </FieldGroup>
  )
}

const FLOWS = ['lines', 'spread', 'vertical', 'top', 'bottom'] as const
type Flow = (typeof FLOWS)[number]

const flowOf = ({ spread, vertical, curve }: TextElement): Flow =>
  curve ? curve.side : vertical ? 'vertical' : spread ? 'spread' : 'lines'

function FlowFields({ element, set }: { element: TextElement; set: Set }) {
  const say = useWords(words)
  const flow = (to: Flow) =>
    set({
      spread: to === 'spread' ? true : null,
      vertical: to === 'vertical' ? true : null,
      curve:
        to === 'top' || to === 'bottom' ? { radius: element.curve?.radius ?? element.width * 0.75, side: to } : null,
    })
  const { curve } = element
  return (
    <FieldGroup title={say.flow}>
      <ChoiceField
        wide
        label={say.flow}
        value={flowOf(element)}
        options={FLOWS.map((value) => ({ value, label: say.flows[value] }))}
        onChange={flow}
      />
      {curve && (
        <NumberField
          label={say.curveRadius}
          min={1}
          value={curve.radius}
          onChange={(radius) => set({ curve: { ...curve, radius } })}
        />
      )}
      <ChoiceField
        label={say.textAlign}
        value={element.align}
        options={(['start', 'middle', 'end'] as const).map((value) => ({ value, label: say.textAligns[value] }))}
        onChange={(align) => set({ align })}
      />
      <ChoiceField
        label={say.valign}
        value={element.valign ?? 'middle'}
        options={(['top', 'middle', 'bottom'] as const).map((value) => ({ value, label: say.valigns[value] }))}
        onChange={(valign) => set({ valign: valign === 'middle' ? null : valign })}
      />
      <NumberField
        label={say.linesMax}
        min={1}
        max={40}
        value={element.linesMax ?? 1}
        onChange={(linesMax) => set({ linesMax: Math.round(linesMax) })}
      />
    </FieldGroup>
  )
}
