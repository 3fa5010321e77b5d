/** How the house keeps the place kind. */
export type ModerationSettings = {
  /** Something is out of sight until reviewed once its open flags weigh this much together. */
  flagHideWeight: number
  /** How many first posts of a new member wait for a moderator; 0 for none. */
  reviewFirstPosts: number
  /** Categories in which every post of whoever has no such right waits for a moderator. */
  reviewedCategories: string[]
  /** Whether a post with links of whoever has no right to unreviewed posts waits for a moderator. */
  holdLinks: boolean
  /** Whether a post that is nearly the same as one of somebody else waits for a moderator. */
  holdSimilar: boolean
  /** Votes on one idea within an hour, from young accounts, above which they are held. */
  burstVotes: number
  /** Calendar days within which a decision can be objected to (DSA, article 20: six months). */
  objectionDays: number
  /** Working days within which an objection is answered. */
  objectionAnswerDays: number
}

export const moderationDefaults: ModerationSettings = {
  flagHideWeight: 3,
  reviewFirstPosts: 0,
  reviewedCategories: [],
  holdLinks: false,
  holdSimilar: true,
  burstVotes: 20,
  objectionDays: 180,
  objectionAnswerDays: 10,
}
