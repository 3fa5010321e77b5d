import { hash } from 'node:crypto'
import { folded, wordsOf } from '../ideas/words.rules.ts'
import type { ToldMention } from './mention.rules.ts'

/** Shorter words say nothing of who said them: two people may both write “Buono!” on one day. */
const telling = 40
const mostSearched = 1_000

const named = (...parts: (string | number | null)[]) =>
  hash('sha256', JSON.stringify(parts), 'base64url')

const plain = (text: string) => wordsOf(text).join(' ')

/**
 * What a mention is known by. `key`: whatever the source, the same words of the same author on the
 * same day are one mention; few words count only where its source gives it no name. `guid`: that
 * name; `space` is where it holds, and a web address holds everywhere.
 */
export function keysOf(told: ToldMention, space: string) {
  const { author, body, title, writtenAt, rating, url } = told
  const isAddress = !!told.guid && /^https?:\/\//i.test(told.guid)
  const guid = told.guid && named('guid', isAddress ? 'web' : space, told.guid)
  const day = writtenAt?.toISOString().slice(0, 10) ?? ''
  const said = plain(body)
  if (said.length >= telling) return { key: named('said', plain(author), day, said), guid }
  const brief = ['brief', plain(author), day, plain(title), said, rating, url]
  return { key: guid ?? named(...brief), guid }
}

/** The words in which a mention is looked for: the beginning of them, folded. */
export const wordsToSearch = ({ title, author, topic, body }: ToldMention) =>
  folded(`${title} ${author} ${topic} ${body.slice(0, mostSearched)}`)
    .replace(/\s+/g, ' ')
    .slice(0, mostSearched)
    .trim()
