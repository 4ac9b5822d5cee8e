// The requirements as a map, while they are written: steps from left to right to the goal, choices one below the other.
import { layMap, type MapItem, mapLabel, type Rule, stepText, type Titles } from '@kolleges/requirements'
import { IconAlertTriangle, IconAward, IconFlag, IconShieldCheck, IconSum } from '@tabler/icons-react'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { Section } from '../ui/Page.tsx'
import { blockId } from './block-id.ts'
import type { Reading } from './read-rule.ts'
import { words } from './words.ts'
import './rule-map.css'

interface RuleMapProps {
  reading: Reading
  titles: Titles
  /** What it leads to. */
  goal: string
}

/** Without a rule that can be read there is nothing to lay out; the blocks say what is missing. */
export function RuleMap({ reading, titles, goal }: RuleMapProps) {
  const say = useWords(words)
  return (
    <Section title={say.map} lead={say.mapLead}>
      {reading.rule === null ? (
        <p className="quiet">{say.noMap}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
        <section className="rule-map-box" aria-label={say.mapRegion} tabIndex={0}>
          <Steps
            rule={reading.rule}
            titles={{ ...titles, ...reading.rule.names }}
            goal={goal}
            faulty={faultyOf(reading)}
          />
        </section>
      )}
    </Section>
  )
}

const faultyOf = ({ faults }: Reading): ReadonlySet<string> => new Set(faults.map(({ path }) => path))

interface StepsProps {
  rule: Rule
  titles: Titles
  goal: string
  /** Pointers of what is to be put right. */
  faulty: ReadonlySet<string>
}

function Steps(props: StepsProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  const { columns, limits } = layMap(props.rule)
  const isUnmet = props.faulty.has('')
  return (
    <>
      <ol className="rule-map">
        {columns.map(({ step, items }) => (
          <li key={items[0]?.path}>
            <p>{stepText(step, language)}</p>
            <ul>
              {items.map((item) => (
                <li key={item.path}>
                  <Item {...props} item={item} />
                </li>
              ))}
            </ul>
          </li>
        ))}
        <li className="rule-map-goal">
          <p>{say.mapGoal}</p>
          <ul>
            <li>
              <span className="rule-map-card" data-faulty={isUnmet || undefined}>
                <IconFlag size={18} aria-hidden /> {props.goal || say.noGoal}
              </span>
            </li>
          </ul>
        </li>
      </ol>
      {limits.length > 0 && (
        <div className="rule-map-limits">
          <p>{stepText('limit', language)}</p>
          {limits.map((item) => (
            <Item key={item.path} {...props} item={item} />
          ))}
        </div>
      )}
    </>
  )
}

function Item({ item, ...props }: StepsProps & { item: MapItem }) {
  const { language } = useLanguage()
  const say = useWords(words)
  const label = mapLabel(item, language, props.titles) || say.noGoal
  const isFaulty = [...props.faulty].some(
    (path) => path === item.path || (isLeaf(item) && path.startsWith(`${item.path}/`)),
  )
  const mark = isFaulty && <IconAlertTriangle size={16} aria-label={say.faults} />
  if (!isLeaf(item))
    return (
      <div className="rule-map-group" data-path={item.path} data-faulty={isFaulty || undefined}>
        <a href={`#${blockId(item.path)}`} onClick={() => focusBlock(item.path)}>
          {label} {mark}
        </a>
        <ul data-in-line={item.condition.kind === 'all' || undefined}>
          {item.items.map((inner) => (
            <li key={inner.path}>
              <Item {...props} item={inner} />
            </li>
          ))}
        </ul>
      </div>
    )
  return (
    <a
      className="rule-map-card"
      data-path={item.path}
      data-faulty={isFaulty || undefined}
      href={`#${blockId(item.path)}`}
      onClick={() => focusBlock(item.path)}
    >
      <Sign item={item} /> {label} {mark}
    </a>
  )
}

const isLeaf = ({ items }: MapItem): boolean => items.length === 0

/** The address alone would not move the keyboard's place. */
const focusBlock = (path: string): void => document.getElementById(blockId(path))?.focus()

function Sign({ item: { condition } }: { item: MapItem }) {
  if (condition.kind === 'badge' || condition.kind === 'prerequisite') return <IconAward size={18} aria-hidden />
  if (condition.kind === 'approval' || condition.kind === 'manual') return <IconShieldCheck size={18} aria-hidden />
  return <IconSum size={18} aria-hidden />
}
