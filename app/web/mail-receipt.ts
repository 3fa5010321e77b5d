import type { Block } from './mail-block.ts'

type Say = (key: string, more?: Record<string, unknown>) => string
type Params = Readonly<Record<string, unknown>>

const isReceipt = ({ kind, reason }: Params) => kind === 'receipt' && !!reason

/** What the reason of a receipt means, to stand behind it. */
export const meaningOf = (params: Params, say: Say) =>
  isReceipt(params) ? ` ${say(`appeals:why.${String(params.reason)}`)}` : ''

/** Names the language of the text above where it is not the reader's. */
export function languageBlocks({ language }: Params, say: Say): Block[] {
  if (!language) return []
  const text = say(language === 'it' ? 'appeals:receipt.inIt' : 'appeals:receipt.inEn')
  return [{ is: 'text', text }]
}

/** What usually changes a decision for such a reason, and what its author can do, until when. */
export function receiptBlocks(params: Params, say: Say): Block[] {
  if (!isReceipt(params)) return []
  const text = say(`appeals:change.${String(params.reason)}`)
  const texts = [
    text && say('appeals:receipt.inGeneral', { text }),
    say('appeals:mail.resubmit'),
    say('appeals:mail.appeal'),
  ]
  return texts.filter(Boolean).map((text) => ({ is: 'text', text }))
}
