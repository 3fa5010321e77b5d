import type { DemoIdea } from './story.ts'
import { promotionIdeasKept } from './ideas-promotions-kept.ts'
import { promotionIdeasOpen } from './ideas-promotions-open.ts'
import { promotionIdeasWeighed } from './ideas-promotions-weighed.ts'

export const promotionIdeas: DemoIdea[] = [
  ...promotionIdeasKept,
  ...promotionIdeasWeighed,
  ...promotionIdeasOpen,
]
