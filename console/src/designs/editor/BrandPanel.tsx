// The brand on the page: put on a kit at once, or take two colours from a logo.
import { type BrandKit, routes } from '@kolleges/api'
import { logoColours, wearKit } from '@kolleges/design'
import { Button, FileButton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMay } from '../../access/session.ts'
import { api } from '../../api.ts'
import { pixelsOf } from '../../brand/pixels.ts'
import { useWords } from '../../language/LanguageProvider.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { toastDone, toastFault } from '../../ui/toasts.tsx'
import { useEditor } from './editor-context.ts'
import { FieldGroup, OwnColour } from './fields.tsx'
import { kitOf, useKits } from './use-house.ts'
import { words } from './words.ts'

interface BrandPanelProps {
  kitId: string | null
  wear: (kit: string | null) => void
}

export function BrandPanel({ kitId, wear }: BrandPanelProps) {
  const say = useWords(words)
  const kits = useKits()
  const editor = useEditor()
  const { mayWrite, state } = editor
  const put = (kit: BrandKit) => {
    editor.act({ do: 'edit', edit: wearKit(state.document, kit) })
    wear(kit.isDefault ? null : kit.id)
    toastDone(say.applied)
  }
  return (
    <section aria-label={say.brandKit}>
      <h2>{say.brandKit}</h2>
      <p className="design-hint">{say.brandLead}</p>
      <Loaded query={kits}>
        {(list) => (
          <>
            <ul className="design-kits">
              {list.map((kit) => (
                <KitRow
                  key={kit.id}
                  kit={kit}
                  isWorn={kitOf(list, kitId)?.id === kit.id}
                  mayWear={mayWrite}
                  onWear={() => put(kit)}
                />
              ))}
            </ul>
            {mayWrite && <FromLogo kit={kitOf(list, kitId)} onFound={put} />}
          </>
        )}
      </Loaded>
      <OwnColours />
    </section>
  )
}

interface KitRowProps {
  kit: BrandKit
  isWorn: boolean
  mayWear: boolean
  onWear: () => void
}

function KitRow({ kit, isWorn, mayWear, onWear }: KitRowProps) {
  const say = useWords(words)
  return (
    <li data-worn={isWorn || undefined}>
      <span className="design-kit-colours" aria-hidden>
        <i style={{ background: kit.primary }} />
        <i style={{ background: kit.accent }} />
      </span>
      <div>
        <strong>{kit.name}</strong>
        <small>
          {kit.isDefault ? say.ownKit : ''} {isWorn ? `· ${say.kitNow}` : ''}
        </small>
      </div>
      {mayWear && (
        <button type="button" className="design-small-button" onClick={onWear}>
          {say.applyKit}
        </button>
      )}
    </li>
  )
}

/** The logo's colours go on the page; where one may, they and the logo become the brand's own. */
function FromLogo({ kit, onFound }: { kit: BrandKit | undefined; onFound: (kit: BrandKit) => void }) {
  const say = useWords(words)
  const client = useQueryClient()
  const mayKeep = useMay('institution.write')
  const editor = useEditor()
  const read = useMutation({
    mutationFn: async (file: File): Promise<BrandKit | null> => {
      const found = await coloursOf(file)
      if (!found || !kit) return null
      if (!mayKeep) return { ...kit, ...found }
      await api.call(routes.brandKits.change, { params: { id: kit.id }, body: found })
      const body = new FormData()
      body.append('file', file)
      return api.call(routes.brandKits.putPicture, { params: { id: kit.id, kind: 'logo' }, body })
    },
    onSuccess: (worn) => {
      if (!worn) return toastFault(say.noColours)
      void client.invalidateQueries({ queryKey: ['brand-kits'] })
      onFound(worn)
    },
  })
  if (!editor.mayWrite) return null
  return (
    <div className="design-from-logo">
      <FileButton accept="image/png,image/jpeg,image/svg+xml" onChange={(file) => file && read.mutate(file)}>
        {(props) => (
          <Button {...props} variant="default" size="xs" loading={read.isPending}>
            {say.logoColours}
          </Button>
        )}
      </FileButton>
      <p className="design-hint">{say.logoColoursHint}</p>
    </div>
  )
}

function OwnColours() {
  const say = useWords(words)
  const { state, act, mayWrite } = useEditor()
  const { primary, accent } = state.document
  const restyle = (fields: { primary?: string; accent?: string }, key: string) =>
    act({ do: 'edit', edit: { kind: 'restyle', fields }, key })
  return (
    <fieldset className="design-inspector" disabled={!mayWrite}>
      <FieldGroup title={say.colour}>
        <OwnColour label={say.primary} value={primary} onChange={(value) => restyle({ primary: value }, 'primary')} />
        <OwnColour label={say.accent} value={accent} onChange={(value) => restyle({ accent: value }, 'accent')} />
      </FieldGroup>
    </fieldset>
  )
}

/** Null where the file is no picture, or has no colours of its own. */
const coloursOf = (file: File) =>
  pixelsOf(file).then(
    ({ rgba }) => logoColours(rgba),
    () => null,
  )
