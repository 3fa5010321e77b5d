import type { DemoIdea } from './story.ts'
import { packagingIdeasKept } from './ideas-packaging-kept.ts'
import { packagingIdeasOpen } from './ideas-packaging-open.ts'
import { packagingIdeasWeighed } from './ideas-packaging-weighed.ts'

export const packagingIdeas: DemoIdea[] = [
  ...packagingIdeasKept,
  ...packagingIdeasWeighed,
  ...packagingIdeasOpen,
]
