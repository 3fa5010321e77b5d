import { readMoment } from './date.rules.ts'
import type { ImportMap } from './map.form.ts'
import type { Cells, CommentRow, Drawn, Format, IdeaRow, VoteRow } from './row.rules.ts'
import { mendedText, storable } from './text.rules.ts'

type Columns = Record<string, string | undefined>

const mostVotes = 2 ** 31 - 1
const named = (columns: Columns, fields: string[]) => fields.map((field) => columns[field] ?? field)

/** Any CSV, read by a map of its columns: a column called as its field needs no entry. */
export function mappedCsv(map: ImportMap, name: string): Format {
  const source = map.source ?? name
  const { ideas = {}, comments = {}, votes = {} } = map.columns
  return {
    source,
    ideas: {
      columns: named(ideas, ['id', 'title', 'body']),
      read: (cells) => readIdea(picker(cells, ideas), map, source),
    },
    comments: {
      columns: named(comments, ['id', 'idea', 'body']),
      read: (cells) => readComment(picker(cells, comments), map, source),
    },
    votes: {
      columns: named(votes, ['idea', 'voter']),
      read: (cells) => readVote(picker(cells, votes), map, source),
    },
    statuses: { '': 'voting' },
    reasons: {},
  }
}

type Pick = (field: string) => string

const picker =
  (cells: Cells, columns: Columns): Pick =>
  (field) =>
    cells[columns[field] ?? field]?.trim() ?? ''

const ideaKey = (source: string, id: string) => `${source}:idea:${id}`
const commentKey = (source: string, id: string) => `${source}:comment:${id}`
const personKey = (source: string, id: string) => (id ? `${source}:${id}` : null)

function readIdea(cell: Pick, map: ImportMap, source: string): Drawn<IdeaRow> {
  if (!cell('id')) return { skip: 'it has no id' }
  const text = mendedText(cell('title'), cell('body'))
  if (!text) return { skip: 'neither title nor text' }
  const at = readMoment(cell('date'), map.zone)
  if (!at && cell('date')) return { skip: 'its date is none' }
  const votesBase = Number(cell('votes'))
  if (!isVotes(votesBase)) return { skip: 'its votes are no number' }

  const { repairs, ...said } = text
  const idea: IdeaRow = {
    ...said,
    source: ideaKey(source, cell('id')),
    locale: map.locale ?? null,
    category: storable(cell('category')),
    status: cell('status'),
    author: personKey(source, cell('author')),
    at: at ?? null,
    votesBase,
    tags: tagsOf(cell('tags')),
  }
  return { row: idea, repairs }
}

const isVotes = (n: number) => Number.isSafeInteger(n) && n >= 0 && n <= mostVotes

const tagsOf = (written: string) =>
  storable(written)
    .split(/[;,]/)
    .map((tag) => tag.trim().toLowerCase())
    .filter((tag) => tag && tag.length <= 40)

function readComment(cell: Pick, map: ImportMap, source: string): Drawn<CommentRow> {
  if (!cell('id') || !cell('idea')) return { skip: 'it has no id or no idea' }
  const at = readMoment(cell('date'), map.zone)
  if (!at && cell('date')) return { skip: 'its date is none' }
  const body = storable(cell('body'))
  const row: CommentRow = {
    source: commentKey(source, cell('id')),
    idea: ideaKey(source, cell('idea')),
    author: personKey(source, cell('author')),
    parent: cell('parent') ? commentKey(source, cell('parent')) : null,
    ancestry: [],
    body,
    at: at ?? null,
  }
  return { row, repairs: body ? [] : ['no text: kept as a deleted comment'] }
}

function readVote(cell: Pick, map: ImportMap, source: string): Drawn<VoteRow> {
  const voter = personKey(source, cell('voter'))
  if (!cell('idea') || !voter) return { skip: 'it has no idea or no voter' }
  if (cell('value') && !map.votesFor.includes(cell('value'))) return { skip: 'not a vote for' }
  const at = readMoment(cell('date'), map.zone)
  if (!at && cell('date')) return { skip: 'its date is none' }
  return { row: { idea: ideaKey(source, cell('idea')), voter, at: at ?? null }, repairs: [] }
}
