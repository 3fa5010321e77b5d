/** Scores in the order of the default criteria: technical, cost, time, brand, sustainability, legal. */
type Six = [number, number, number, number, number, number]
type Given = { by: string; daysAgo: number; scores: Six; notes?: Record<string, string> }

export type DossierStory = {
  idea: string
  openedDaysAgo: number
  dueInDays?: number
  asked?: string[]
  given?: Given[]
  talk?: { by: string; daysAgo: number; about?: string; body: string }[]
  verdict?: { daysAgo: number; scores: Six; why?: Record<string, string> }
  result?: { cost: [number, number]; weeks: [number, number]; explanation: string }
  publishedDaysAgo?: number
}

export const [oven, buyer, law] = ['tommaso_valdoro', 'bice_forno', 'saverio_forno']

/** Three who agree, more or less, and what came of it. */
export const agreed = (
  idea: string,
  [openedDaysAgo, publishedDaysAgo]: [number, number],
  [one, two, three]: [Six, Six, Six],
  result: DossierStory['result'],
): DossierStory => ({
  idea,
  openedDaysAgo,
  given: [
    { by: oven, daysAgo: openedDaysAgo - 2, scores: one },
    { by: buyer, daysAgo: openedDaysAgo - 3, scores: two },
    { by: law, daysAgo: openedDaysAgo - 5, scores: three },
  ],
  verdict: { daysAgo: publishedDaysAgo + 1, scores: one },
  result,
  publishedDaysAgo,
})
