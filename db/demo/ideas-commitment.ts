import type { DemoIdea } from './story.ts'
import { commitmentIdeasKept1 } from './ideas-commitment-kept-1.ts'
import { commitmentIdeasKept2 } from './ideas-commitment-kept-2.ts'
import { commitmentIdeasOpen } from './ideas-commitment-open.ts'
import { commitmentIdeasWeighed } from './ideas-commitment-weighed.ts'

export const commitmentIdeas: DemoIdea[] = [
  ...commitmentIdeasKept1,
  ...commitmentIdeasKept2,
  ...commitmentIdeasWeighed,
  ...commitmentIdeasOpen,
]
