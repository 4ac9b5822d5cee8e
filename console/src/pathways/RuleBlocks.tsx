// The requirements as blocks within blocks, each with the sentence it makes.
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useWords } from '../language/LanguageProvider.tsx'
import { blockId } from './block-id.ts'
import { ConditionFields } from './ConditionFields.tsx'
import type { BadgeOption } from './fields.tsx'
import {
  addTo,
  type Block,
  type Kind,
  kindOf,
  kindsWithin,
  partsOf,
  pointerOf,
  removeAt,
  replaceAt,
} from './rule-tree.ts'
import { words } from './words.ts'
import './pathways.css'

interface RuleBlocksProps {
  rule: Block
  badges: BadgeOption[]
  /** The sentence of each block, by its JSON Pointer. */
  sentences: ReadonlyMap<string, string>
  disabled: boolean
  onChange: (rule: Block) => void
}

export function RuleBlocks(props: RuleBlocksProps) {
  return <Parts {...props} place={[]} />
}

type Placed = RuleBlocksProps & { place: readonly number[] }

function blockAt(rule: Block, place: readonly number[]): Block {
  return place.reduce<Block>((block, index) => partsOf(block)[index] ?? {}, rule)
}

function Parts(props: Placed) {
  const { rule, place, disabled, onChange } = props
  const block = blockAt(rule, place)
  const kind = kindOf(block)
  return (
    <div className="rule-block-parts">
      {partsOf(block).map((part, index) => (
        // A block has no name of its own; its place is what tells it apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: the fields hold no state beside the rule
        <OneBlock key={`${index} ${kindOf(part)}`} {...props} place={[...place, index]} />
      ))}
      {kind !== 'not' && !disabled && <AddMenu within={kind} onAdd={(added) => onChange(addTo(rule, place, added))} />}
    </div>
  )
}

function OneBlock(props: Placed) {
  const say = useWords(words)
  const { rule, place, badges, sentences, disabled, onChange } = props
  const block = blockAt(rule, place)
  const kind = kindOf(block)
  const sentence = sentences.get(pointerOf(rule, place))
  const isOnly = kindOf(blockAt(rule, place.slice(0, -1))) === 'not'
  return (
    <fieldset className="rule-block" id={blockId(pointerOf(rule, place))} tabIndex={-1}>
      <legend className="sr-only">{say.kinds[kind]}</legend>
      <div className="rule-block-head">
        <strong>{sentence ?? say.kinds[kind]}</strong>
        {!disabled && !isOnly && (
          <ActionIcon
            variant="subtle"
            color="ink.7"
            aria-label={`${say.remove}: ${sentence ?? say.kinds[kind]}`}
            onClick={() => onChange(removeAt(rule, place))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <div className="rule-block-fields">
        <ConditionFields
          block={block}
          badges={badges}
          disabled={disabled}
          onChange={(changed) => onChange(replaceAt(rule, place, () => changed))}
        />
      </div>
      {['all', 'any', 'nOf', 'not'].includes(kind) && <Parts {...props} />}
    </fieldset>
  )
}

function AddMenu({ within, onAdd }: { within: Kind; onAdd: (kind: Kind) => void }) {
  const say = useWords(words)
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          style={{ justifySelf: 'start' }}
        >
          {say.add}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kindsWithin(within).map((kind) => (
          <Menu.Item key={kind} onClick={() => onAdd(kind)}>
            {say.kinds[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
