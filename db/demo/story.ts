export type CategoryKey = 'products' | 'packaging' | 'promotions' | 'commitment' | 'communication'

export type StatusKey =
  | 'pending_review'
  | 'voting'
  | 'shortlisted'
  | 'evaluating'
  | 'planned'
  | 'in_progress'
  | 'realised'
  | 'declined'
  | 'archived'
  | 'hidden'
  | 'draft'

export type ReasonCode =
  | 'not_feasible'
  | 'too_costly'
  | 'legal'
  | 'off_brand'
  | 'already_exists'
  | 'out_of_scope'
  | 'duplicate'
  | 'house_rules'
  | 'no_longer_relevant'
  | 'author_request'

export type DemoRole = 'member' | 'moderator' | 'care' | 'evaluator' | 'editor' | 'admin'

export type DemoPerson = {
  handle: string
  displayName: string
  birthYear: number
  bio: string
  locale: 'it' | 'en'
  joinedDaysAgo: number
  roles?: DemoRole[]
  email?: string
  team?: string
}

export type DemoMove = {
  to: StatusKey
  daysAgo: number
  by: string
  note: string
  reason?: ReasonCode
  official?: boolean
}

export type DemoComment = {
  author: string
  body: string
  daysAgo: number
  useful?: number
  replies?: DemoComment[]
}

export type DemoIdea = {
  title: string
  body: string
  category: CategoryKey
  tags: string[]
  author: string
  daysAgo: number
  votes: number
  moves: DemoMove[]
  comments: DemoComment[]
  locale?: 'it' | 'en'
}
