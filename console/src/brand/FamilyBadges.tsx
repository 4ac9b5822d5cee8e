// The set as it will be, each badge with the few things worth changing.
import { ICONS, type IconName } from '@kolleges/design'
import { Select, TextInput } from '@mantine/core'
import { BadgePicture } from '../achievements/BadgePicture.tsx'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import type { Member, Override } from './family.ts'
import { words } from './words.ts'

interface FamilyBadgesProps {
  members: Member[]
  levels: number
  onChange: (key: string, change: Override) => void
}

export function FamilyBadges({ members, levels, onChange }: FamilyBadgesProps) {
  const say = useWords(words)
  if (members.length === 0) return <p className="quiet">{say.setEmpty}</p>
  return (
    <ul className="family">
      {members.map((member) => (
        <FamilyBadge key={member.key} member={member} levels={levels} onChange={onChange} />
      ))}
    </ul>
  )
}

function FamilyBadge({ member, levels, onChange }: Omit<FamilyBadgesProps, 'members'> & { member: Member }) {
  const say = useWords(words)
  const { pick } = useFormat()
  const { key, name, design, isWhole, fits } = member
  const label = (field: string) => `${name}: ${field}`
  return (
    <li>
      <BadgePicture design={design} size={132} alt={name} />
      <strong>{name}</strong>
      <TextInput
        size="xs"
        aria-label={label(say.courseTitle)}
        maxLength={60}
        value={design.title}
        error={fits ? undefined : say.titleTooLong}
        onChange={(event) => onChange(key, { title: event.currentTarget.value })}
      />
      <Select
        size="xs"
        aria-label={label(say.courseIcon)}
        data={ICONS.map((icon) => ({ value: icon.name, label: pick(icon.label) }))}
        searchable
        allowDeselect={false}
        value={design.icon}
        onChange={(icon) => icon && onChange(key, { icon: icon as IconName })}
      />
      {levels > 0 && !isWhole && (
        <Select
          size="xs"
          aria-label={label(say.courseLevel)}
          data={Array.from({ length: levels + 1 }, (_, level) => ({
            value: String(level),
            label: level === 0 ? say.noLevels : `${say.courseLevel} ${level}/${levels}`,
          }))}
          allowDeselect={false}
          value={String(design.level ?? 0)}
          onChange={(level) => level && onChange(key, { level: Number(level) })}
        />
      )}
    </li>
  )
}
