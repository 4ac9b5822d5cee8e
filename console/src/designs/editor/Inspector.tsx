// Everything about what is chosen, in numbers and choices; about the page when nothing is.
import { around, type Element, PAGES } from '@kolleges/design'
import { useLanguage, useWords } from '../../language/LanguageProvider.tsx'
import { ArrangeButtons } from './ArrangeButtons.tsx'
import { chosenOf, type Measure, measure, setFields } from './commands.ts'
import { useEditor } from './editor-context.ts'
import { elementName, variableName } from './element-names.ts'
import { ChoiceField, FieldGroup, NumberField, WordsField } from './fields.tsx'
import {
  GroupFields,
  IconFields,
  ImageFields,
  LineFields,
  OrnamentFields,
  PaintFields,
  QrFields,
  SealFields,
} from './KindFields.tsx'
import { PageFields } from './PageFields.tsx'
import { TextFields } from './TextFields.tsx'
import { words } from './words.ts'

export function Inspector() {
  const say = useWords(words)
  const { language } = useLanguage()
  const { desk, mayWrite } = useEditor()
  const chosen = chosenOf(desk)
  const [first] = chosen
  if (!first)
    return (
      <fieldset className="design-inspector" disabled={!mayWrite}>
        <h2>{say.nothingChosen}</h2>
        <PageFields />
      </fieldset>
    )
  const { element, isLocked } = first
  const isAlone = chosen.length === 1
  return (
    <>
      <h2>
        {isAlone
          ? `${say.kinds[element.kind]} · ${elementName(element, say, language)}`
          : say.chosenMany(chosen.length)}
      </h2>
      <ArrangeButtons />
      <fieldset className="design-inspector" disabled={!mayWrite || (isAlone && isLocked)}>
        <PlaceFields />
        {isAlone ? <KindFields element={element} /> : <SharedFields elements={chosen.map((one) => one.element)} />}
        {isAlone && <LayerFields element={element} />}
      </fieldset>
    </>
  )
}

const MEASURES = ['x', 'y', 'width', 'height'] as const satisfies readonly Measure[]

function PlaceFields() {
  const say = useWords(words)
  const { desk, run, state } = useEditor()
  const frame = around(chosenOf(desk).map(({ box }) => box))
  const { unit } = PAGES[state.document.page]
  return (
    <FieldGroup title={say.place}>
      {MEASURES.map((name) => (
        <NumberField
          key={name}
          label={say[name]}
          unit={unit === 'mm' ? 'mm' : undefined}
          min={name === 'width' || name === 'height' ? 0 : undefined}
          value={frame?.[name] ?? null}
          onChange={(value) => run(measure(name, value))}
        />
      ))}
    </FieldGroup>
  )
}

function KindFields({ element }: { element: Element }) {
  switch (element.kind) {
    case 'text':
      return <TextFields element={element} />
    case 'shape':
    case 'path':
      return <PaintFields element={element} />
    case 'line':
      return <LineFields element={element} />
    case 'icon':
      return <IconFields element={element} />
    case 'ribbon':
      return <OrnamentFields element={element} />
    case 'image':
      return <ImageFields element={element} />
    case 'qr':
      return <QrFields element={element} />
    case 'seal':
      return <SealFields element={element} />
    case 'group':
      return <GroupFields element={element} />
    case 'badge':
      return <BadgeNote />
  }
}

function BadgeNote() {
  const say = useWords(words)
  return <p className="design-hint">{say.badgeOwn}</p>
}

/** What several of one kind have in common can be set for all of them. */
function SharedFields({ elements }: { elements: readonly Element[] }) {
  const texts = elements.filter((element) => element.kind === 'text')
  const [first] = texts
  return first && texts.length === elements.length ? <TextFields element={first} isShared /> : null
}

function LayerFields({ element }: { element: Element }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const { run, state } = useEditor()
  const set = (fields: Record<string, unknown>, key?: string) => run(setFields(fields, key))
  const conditions = [
    ...new Set([element.when ?? '', '', ...CONDITIONS, ...(element.kind === 'image' ? PICTURES : [])]),
  ]
  const conditionName = (when: string) => (when === '' ? say.always : nameOf(when))
  const nameOf = (when: string) =>
    when.startsWith('!') ? `≠ ${variableName(when.slice(1), language)}` : variableName(when, language)
  return (
    <FieldGroup title={say.layers}>
      <WordsField
        label={say.layerName}
        value={element.name ?? ''}
        maxLength={80}
        placeholder={elementName({ ...element, name: undefined }, say, language)}
        onChange={(name) => set({ name: name.trim() === '' ? null : name }, `name ${element.id}`)}
      />
      <NumberField
        label={say.opacity}
        unit="%"
        min={0}
        max={100}
        step={5}
        value={(element.opacity ?? 1) * 100}
        onChange={(value) => set({ opacity: value === 100 ? null : value / 100 })}
      />
      <ChoiceField
        wide
        label={say.when}
        value={element.when ?? ''}
        options={conditions.toSorted().map((when) => ({ value: when, label: conditionName(when) }))}
        onChange={(when) => set({ when: when || null })}
      />
      {state.refusal === 'element-locked' && <p className="design-hint">{say.refusals['element-locked']}</p>}
    </FieldGroup>
  )
}

/** Data that may be missing, and that a line can do without. */
const CONDITIONS = [
  'learner.nameEnglish',
  'learner.birthDate',
  'learner.affiliation',
  'learner.number',
  'achievement.period',
  'achievement.hours',
  'achievement.credits',
  'achievement.score',
  'achievement.grade',
  'credential.serial',
  'credential.expiresOn',
]
const PICTURES = [
  'institution1.logo',
  'institution1.symbol',
  'institution1.signature',
  'institution2.logo',
  'institution3.logo',
]
