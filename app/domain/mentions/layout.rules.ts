import type { Cells } from '../imports/row.rules.ts'
import type { RawMention } from './mention.rules.ts'

/** How the rows of one kind of file are read; `space` is where its ids hold, null for its source alone. */
export type Layout = { space: string | null; read: (cells: Cells) => RawMention }

type Known = Layout & { space: string; columns: string[] }

const joined = (parts: (string | undefined)[], between: string) =>
  parts.filter((part) => part?.trim()).join(between)

/** Reviews of food in a shop, with “useful” marks: Amazon Fine Foods (J. McAuley, SNAP). */
const foodReviews: Known = {
  space: 'food-reviews',
  columns: ['Id', 'ProductId', 'UserId', 'Score', 'Time', 'Summary', 'Text'],
  read: ({ Id, ProductId, UserId, Score, Time, Summary, Text }) => ({
    guid: Id,
    author: UserId,
    title: Summary,
    body: Text,
    rating: Score,
    topic: ProductId,
    date: Time,
    locale: 'en',
  }),
}

/** Complaints about banks: the Consumer Complaint Database of the US CFPB. */
const bankComplaints: Known = {
  space: 'cfpb',
  columns: ['complaint_id', 'date_received', 'product', 'issue', 'consumer_complaint_narrative'],
  read: (cells) => ({
    guid: cells.complaint_id,
    title: joined([cells.issue, cells.sub_issue], ': '),
    body: cells.consumer_complaint_narrative,
    topic: cells.product,
    date: cells.date_received,
    locale: 'en',
  }),
}

/** Reports of citizens after the earthquakes of 2016: TerremotoCentroItalia. */
const earthquakeReports: Known = {
  space: 'terremoto',
  columns: [
    'id',
    'created_at',
    'updated_at',
    'state',
    'categories',
    'title',
    'cosa',
    'descrizione',
  ],
  read: (cells) => ({
    guid: cells.id,
    title: cells.title,
    body: joined([cells.cosa, cells.descrizione], '\n\n'),
    topic: cells.categories?.replaceAll(';', ', '),
    date: cells.created_at,
    locale: 'it',
    isClosed: cells.state === 'closed',
    closedAt: cells.updated_at,
  }),
}

const over = ['chiusa', 'annullata', 'archiviata', 'eliminata']

/** Reports to a town by its app (Municipium), such as those of Alessandria. */
const townReports: Known = {
  space: 'municipium',
  columns: ['Id', 'Stato', 'Creato', 'Chiusa', 'DescrizioneBreve', 'Categoria'],
  read: ({ Id, Stato = '', Creato, Chiusa, DescrizioneBreve, Categoria }) => ({
    guid: Id,
    title: Categoria,
    body: DescrizioneBreve,
    topic: Categoria,
    date: Creato,
    locale: 'it',
    isClosed: over.includes(Stato.trim().toLowerCase()),
    closedAt: Chiusa,
  }),
}

const known = [foodReviews, bankComplaints, earthquakeReports, townReports]

/** What a column of our own layout may be called, in any case. */
const names: Record<keyof Omit<RawMention, 'isClosed' | 'closedAt'>, string[]> = {
  guid: ['id', 'guid'],
  author: ['author', 'autore', 'name', 'nome'],
  title: ['title', 'titolo'],
  body: ['text', 'body', 'review', 'testo', 'recensione'],
  rating: ['rating', 'stars', 'score', 'voto', 'stelle', 'punteggio'],
  url: ['url', 'link'],
  locale: ['language', 'locale', 'lang', 'lingua'],
  topic: ['topic', 'product', 'argomento', 'prodotto'],
  date: ['date', 'data', 'written_at', 'created_at'],
}
type Field = keyof typeof names
const fields = Object.keys(names) as Field[]

function ownLayout(header: string[]): Layout | undefined {
  const called = new Map<Field, string>()
  for (const column of header) {
    const plain = column.trim().toLowerCase()
    const field = fields.find((each) => names[each].includes(plain))
    if (field && !called.has(field)) called.set(field, column)
  }
  if (!called.has('body') && !(called.has('title') && called.has('rating'))) return undefined
  const columns = [...called]
  return {
    space: null,
    read: (cells) => Object.fromEntries(columns.map(([field, column]) => [field, cells[column]])),
  }
}

/**
 * How a file with these columns is read: one of the known layouts where all their columns are there,
 * else our own, whose columns are told by their names. Undefined where nothing names a text.
 */
export const layoutOf = (header: string[]) =>
  known.find(({ columns }) => columns.every((column) => header.includes(column))) ??
  ownLayout(header)
