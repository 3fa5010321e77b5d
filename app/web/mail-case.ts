import type { Block } from './mail-block.ts'

type Say = (key: string, more?: Record<string, unknown>) => string
type Params = Readonly<Record<string, unknown>>

/** How a mail of a conversation travels: under its own name, after the mails before it. */
export type Travel = {
  messageId?: string
  thread?: string[]
  /** Where an answer to it belongs. */
  replyTo?: string
  /** What wrote it: a person, or the house in answer to a mail. */
  by: 'person' | 'answering-machine'
  files?: { filename: string; contentType: string; content: Buffer }[]
}

const isOfCase = ({ kind }: Params) => kind === 'case'
const texts = (all: string[]): Block[] => all.filter(Boolean).map((text) => ({ is: 'text', text }))

/** Above which line to answer, where an answer by mail arrives. */
export const aboveBlocks = (params: Params, say: Say): Block[] =>
  isOfCase(params) && params.answerBy === 'mail' ? [{ is: 'small', text: say('care.above') }] : []

/** What care answered, and who of them; nothing where the mail only says that there is an answer. */
export function answerBlocks(params: Params, say: Say): Block[] {
  const { answer, author, filesCount } = params
  if (!isOfCase(params)) return []
  const files = Number(filesCount ?? 0)
  return texts([
    ...(typeof answer === 'string' ? answer.split(/\n{2,}/).map((part) => part.trim()) : []),
    author ? say('care.author') : '',
    files ? say(params.path ? 'care.files' : 'care.filesHere', { count: files }) : '',
  ])
}

/** How to answer: by mail where that arrives, else on the site. */
export function howToAnswer(params: Params, say: Say): Block[] {
  if (!isOfCase(params) || !params.answerBy) return []
  return texts([say('care.answer', { context: params.answerBy })])
}
