import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type Acknowledged, countOf } from './crowd.ts'

/**
 * What of all that was acknowledged is not in the house of `folder`, its `tally` for the table, and
 * whether its database is whole.
 */
export function lostIn(folder: string, acknowledged: Acknowledged) {
  const { votes, comments, pictures, mails } = acknowledged
  const client = new Database(join(folder, 'granaio.db'))
  try {
    const ask = (query: string) => client.prepare(query).pluck()
    const vote = ask('select 1 from votes where idea_id = ? and voter_id = ?')
    const comment = ask('select 1 from comments where body = ?')
    const image = ask(
      'select images.id from images join ideas on ideas.id = images.idea_id where ideas.number = ?',
    )
    const mail = ask("select 1 from jobs where kind = 'mail' and json_extract(payload, '$.to') = ?")
    const hasFile = (id: unknown) =>
      typeof id === 'string' &&
      existsSync(join(folder, 'uploads', id.slice(-2), `${id}.large.webp`))
    const lost = [
      ...votes.filter((pair) => !vote.get(...pair)).map((pair) => `vote ${pair}`),
      ...comments.filter((body) => !comment.get(body)).map((body) => `comment ${body}`),
      ...pictures
        .filter((number) => !hasFile(image.get(Number(number))))
        .map((n) => `picture ${n}`),
      ...mails.filter((email) => !mail.get(email)).map((email) => `mail ${email}`),
    ]
    const faults = ask('pragma integrity_check').all() as string[]
    const orphans = client.pragma('foreign_key_check') as unknown[]
    const wrong = ask(
      'select count(*) from ideas where votes_count <> votes_base + (select count(*) from votes where idea_id = ideas.id)',
    ).get() as number
    const count = (table: string) => ask(`select count(*) from ${table}`).get() as number
    const stored =
      count('votes') +
      count('comments') +
      count('images') +
      mails.length -
      lost.filter((l) => l.startsWith('mail')).length
    return {
      lost,
      tally: { acknowledged: countOf(acknowledged), stored, lost: lost.length },
      whole: String(faults) === 'ok' && !orphans.length && !wrong,
    }
  } finally {
    client.close()
  }
}
