/** A row of a file by its column names, as text. */
export type Cells = Record<string, string>

export type IdeaRow = {
  source: string
  title: string
  body: string
  locale: 'it' | 'en' | null
  /** The label of its category at the source; empty where it has none. */
  category: string
  /** Its status at the source. */
  status: string
  /** The person of the source who wrote it. */
  author: string | null
  at: Date | null
  votesBase: number
  tags: string[]
}

export type CommentRow = {
  source: string
  idea: string
  author: string | null
  parent: string | null
  /** Those above it in the thread, the opening comment first. */
  ancestry: string[]
  /** Empty where the source deleted it; the thread below stays. */
  body: string
  at: Date | null
}

export type VoteRow = { idea: string; voter: string; at: Date | null }

/** What a format makes of a row: something to import, with what had to be mended, or why not. */
export type Drawn<Row> = { row: Row; repairs: string[] } | { skip: string }

export type Reader<Row> = { columns: string[]; read: (cells: Cells) => Drawn<Row> }

/** How the files of one kind of platform are read. */
export type Format = {
  /** Names the source in every id, so that a second run finds what the first one brought. */
  source: string
  ideas: Reader<IdeaRow>
  comments?: Reader<CommentRow>
  votes?: Reader<VoteRow>
  /** What its statuses are here, and the reasons it gives for refusals. */
  statuses: Record<string, string>
  reasons: Record<string, string>
}
