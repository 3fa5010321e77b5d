import type { DemoIdea } from './story.ts'
import { communicationIdeasKept } from './ideas-communication-kept.ts'
import { communicationIdeasOpen } from './ideas-communication-open.ts'
import { communicationIdeasWeighed } from './ideas-communication-weighed.ts'

export const communicationIdeas: DemoIdea[] = [
  ...communicationIdeasKept,
  ...communicationIdeasWeighed,
  ...communicationIdeasOpen,
]
