// What the requirements would have meant for the learners there are.
import { Button } from '@mantine/core'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { ListTable } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { useSimulation } from './queries.ts'
import type { Block } from './rule-tree.ts'
import { words } from './words.ts'

export function SimulationPanel({ id, rule, disabled }: { id: string; rule: Block; disabled: boolean }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const simulation = useSimulation(id)
  const result = simulation.data
  const heads = say.blockingColumns
  return (
    <Section title={say.simulate} lead={say.simulateLead}>
      <Button
        variant="default"
        loading={simulation.isPending}
        disabled={disabled}
        onClick={() => simulation.mutate(rule)}
      >
        {say.simulate}
      </Button>
      {result && (
        <div role="status" style={{ marginTop: 12, display: 'grid', gap: 8 }}>
          <p>{say.simulated(result.learners, result.met, result.gaining)}</p>
          <p>{say.nearly(result.nearly)}</p>
          {result.blocking.length === 0 ? (
            <p className="quiet">{say.noBlocking}</p>
          ) : (
            <ListTable
              caption={say.blocking}
              columns={[
                { head: heads.text, cell: ({ text }) => text[language] },
                { head: heads.learners, align: 'right', width: 110, cell: ({ learners }) => learners },
                { head: heads.alone, align: 'right', width: 150, cell: ({ alone }) => alone },
              ]}
              rows={result.blocking.map((one) => ({ ...one, id: one.path }))}
            />
          )}
        </div>
      )}
    </Section>
  )
}
