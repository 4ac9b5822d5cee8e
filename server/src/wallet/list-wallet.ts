/** Gathers every badge under one address, whoever issued it. */
import { type AchievementVersion, loadAchievementVersion } from '../achievements/index.ts'
import { type Institution, loadInstitution } from '../issuers/index.ts'
import type { Ports } from '../platform/ports.ts'
import type { Holding } from './holding.ts'
import { listHoldings } from './store.ts'

export type WalletItem = {
  readonly holding: Holding
  readonly institution: Institution
  readonly achievement: AchievementVersion
}

/** `email` was proven by the session. */
export async function listWallet(ports: Ports, email: string): Promise<WalletItem[]> {
  const holdings = await ports.db.holder(email, (tx) => listHoldings(tx, email))
  const items = new Map<string, WalletItem>()
  for (const institutionId of new Set(holdings.map((holding) => holding.institutionId))) {
    const mine = holdings.filter((holding) => holding.institutionId === institutionId)
    for (const item of await withNames(ports, institutionId, mine)) items.set(item.holding.publicId, item)
  }
  return holdings.flatMap(({ publicId }) => items.get(publicId) ?? [])
}

const withNames = (ports: Ports, institutionId: string, holdings: readonly Holding[]): Promise<WalletItem[]> =>
  ports.db.tenant(institutionId, async (tx) => {
    const institution = await loadInstitution(tx, institutionId)
    const versions = new Map<string, AchievementVersion>()
    const items: WalletItem[] = []
    for (const holding of holdings) {
      const { achievementId, achievementVersion } = holding
      const key = `${achievementId} ${achievementVersion}`
      const achievement =
        versions.get(key) ?? (await loadAchievementVersion(tx, institutionId, achievementId, achievementVersion))
      versions.set(key, achievement)
      items.push({ holding, institution, achievement })
    }
    return items
  })
