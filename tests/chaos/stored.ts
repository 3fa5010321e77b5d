import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type Acknowledged, countOf } from './crowd.ts'

/**
 * What of all that was acknowledged is not in the house of `folder`, its `tally` for the table, and
 * whether its database is whole.
 */
export function lostIn(folder: string, acknowledged: Acknowledged) {
  const { votes, comments, pictures, mails, redemptions } = acknowledged
  const client = new Database(join(folder, 'granaio.db'))
  try {
    const ask = (query: string) => client.prepare(query).pluck()
    const vote = ask('select 1 from votes where idea_id = ? and voter_id = ?')
    const comment = ask('select 1 from comments where body = ?')
    const image = ask(
      'select images.id from images join ideas on ideas.id = images.idea_id where ideas.number = ?',
    )
    const mail = ask("select 1 from jobs where kind = 'mail' and json_extract(payload, '$.to') = ?")
    const redemption = ask('select 1 from redemptions where person_id = ? and key = ?')
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
      ...redemptions.filter((wish) => !redemption.get(...wish)).map((wish) => `redemption ${wish}`),
    ]
    const faults = ask('pragma integrity_check').all() as string[]
    const orphans = client.pragma('foreign_key_check') as unknown[]
    // What was set apart with a burst is a vote that counts nowhere.
    const wrong = ask(
      `select count(*) from ideas where votes_count <> votes_base +
        (select count(*) from votes where idea_id = ideas.id and burst_id is null)`,
    ).get() as number
    // Taken is paid for, and what is gone from a stock was taken.
    const askew = ask(
      `select (select count(*) from redemptions where not exists (
          select 1 from point_entries where key = 'redeem:' || redemptions.id and amount = price))
        + (select count(*) from point_entries where kind = 'spend' and subject_id not in (select id from redemptions))
        + (select count(*) from rewards where taken_count <>
          (select count(*) from redemptions where reward_id = rewards.id and state <> 'cancelled'))
        + (select count(*) from rewards where kind = 'coupon' and stock <>
          (select count(*) from reward_codes where reward_id = rewards.id and redemption_id is null))`,
    ).get() as number
    const count = (table: string) => ask(`select count(*) from ${table}`).get() as number
    const stored =
      count('votes') +
      count('comments') +
      count('images') +
      count('redemptions') +
      mails.length -
      lost.filter((l) => l.startsWith('mail')).length
    const whole = String(faults) === 'ok' && !orphans.length && !wrong && !askew
    if (!whole || lost.length) console.warn({ faults, orphans: orphans.length, wrong, askew, lost })
    return {
      lost,
      tally: { acknowledged: countOf(acknowledged), stored, lost: lost.length },
      whole,
    }
  } finally {
    client.close()
  }
}
