import { z } from 'zod'
import { readMoment } from './date.rules.ts'
import type { CommentRow, Format, IdeaRow } from './row.rules.ts'
import { checked, reader } from './reader.rules.ts'
import { mendedText, storable } from './text.rules.ts'

const source = 'madrid'
const debate = (id: string) => `${source}:debate:${id}`
const comment = (id: string) => `${source}:comment:${id}`
const person = (id: string) => (id ? `${source}:${id}` : null)

const id = z.string().regex(/^\d+$/, 'is not a number')

const Debate = z.object({
  debate_id: id,
  title: z.string(),
  description: z.string(),
  created_at: z.string(),
  cached_votes_total: z.coerce.number().int().min(0),
  author_id: z.string(),
})

const Comment = z.object({
  comment_id: id,
  debate_id: id,
  parent_id: z.union([id, z.literal('')]),
  ancestry: z.string(),
  body: z.string(),
})

/** Debates and comments of the city of Madrid, made with Consul. Its hours are local; comments have no date. */
export const madridDebates: Format = {
  source,
  ideas: reader<IdeaRow, typeof Debate.shape>(Debate, (row) => {
    const at = readMoment(row.created_at, 'Europe/Madrid')
    const text = mendedText(row.title, row.description)
    if (!at) return { skip: 'created_at is not a date' }
    if (!text) return { skip: 'neither title nor text' }
    const { repairs, ...said } = text
    const idea: IdeaRow = {
      ...said,
      source: debate(row.debate_id),
      locale: null,
      category: '',
      status: '',
      author: person(row.author_id),
      at,
      votesBase: row.cached_votes_total,
      tags: [],
    }
    return { row: idea, repairs }
  }),
  comments: reader(Comment, (row) => {
    const body = storable(row.body).trim()
    const told: CommentRow = {
      source: comment(row.comment_id),
      idea: debate(row.debate_id),
      author: null,
      parent: row.parent_id ? comment(row.parent_id) : null,
      ancestry: row.ancestry.split('/').filter(Boolean).map(comment),
      body,
      at: null,
    }
    return checked(told, body ? [] : ['no text: kept as a deleted comment'])
  }),
  statuses: { '': 'voting' },
  reasons: {},
}
