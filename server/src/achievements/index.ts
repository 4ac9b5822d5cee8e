// What other slices may use of achievements: the versions that are awarded, and their words in a credential.
export type { AchievementVersion } from './achievement.ts'
export { achievementValues } from './certification.ts'
export { achievementAddress, achievementParts, oldAchievementUrl, resultDescriptionId } from './compose-achievement.ts'
export {
  type CurrentAchievement,
  findAchievementVersion,
  findCurrentAchievement,
  listAchievements,
  loadAchievementVersion,
} from './store.ts'
export { KINDS } from './words.ts'
