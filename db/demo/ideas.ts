import type { DemoIdea } from './story.ts'
import { commitmentIdeas } from './ideas/commitment.ts'
import { communicationIdeas } from './ideas/communication.ts'
import { packagingIdeas } from './ideas/packaging.ts'
import { productIdeas } from './ideas/products.ts'
import { promotionIdeas } from './ideas/promotions.ts'

export const ideas: DemoIdea[] = [
  ...productIdeas,
  ...packagingIdeas,
  ...promotionIdeas,
  ...commitmentIdeas,
  ...communicationIdeas,
]
