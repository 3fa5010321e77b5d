import { z } from 'zod'
import type { Format, IdeaRow } from './row.rules.ts'
import { reader } from './reader.rules.ts'
import { mendedText } from './text.rules.ts'

const source = 'decidim'
/** The years in which a round took its proposals in. */
const firstYear = 2018
const yearsApart = 2

const Proposal = z.object({
  proposal_key: z.string().min(1, 'is empty'),
  round: z.coerce.number().int().min(1).max(20),
  title: z.string(),
  texts: z.string(),
  areaScope: z.string(),
  state: z.enum(['accepted', 'rejected', 'withdrawn']),
  selected: z.enum(['True', 'False', 'true', 'false', '']),
  plans_count: z.coerce.number().int().min(0),
})

function standing({ state, selected, plans_count }: z.output<typeof Proposal>) {
  if (state !== 'accepted') return state
  if (selected.toLowerCase() === 'true') return 'selected'
  return plans_count ? 'accepted in a plan' : 'accepted'
}

/** Proposals of a participatory budget made with Decidim: no dates, votes or authors, but how they ended. */
export const decidim: Format = {
  source,
  ideas: reader<IdeaRow, typeof Proposal.shape>(Proposal, (row) => {
    const text = mendedText(row.title, row.texts)
    if (!text) return { skip: 'neither title nor text' }
    const { repairs, ...said } = text
    const idea: IdeaRow = {
      ...said,
      source: `${source}:${row.proposal_key}`,
      locale: null,
      category: row.areaScope,
      status: standing(row),
      author: null,
      at: new Date(Date.UTC(firstYear + (row.round - 1) * yearsApart, 10, 1, 12)),
      votesBase: 0,
      tags: [],
    }
    return { row: idea, repairs: [...repairs, 'no date: the year of its round'] }
  }),
  statuses: {
    accepted: 'shortlisted',
    'accepted in a plan': 'evaluating',
    selected: 'planned',
    rejected: 'declined',
    withdrawn: 'archived',
  },
  reasons: { rejected: 'out_of_scope', withdrawn: 'author_request' },
}
