export type { AdaptersErrorCode } from '../errors.js'
export { alignedAchievements } from './aligned-achievements.js'
export type {
  AlignedAchievement,
  AlignedAchievements,
  AlignedAchievementsOptions,
  Asserter,
  AwardedAchievement,
  MobilityAward,
  MobilityLink,
  MobilityNode,
  MobilityPlace,
  MobilityRelation,
  MobilityTarget,
} from './interface.js'
