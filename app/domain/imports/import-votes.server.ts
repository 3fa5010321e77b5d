import { importVotes, votesHere } from '../votes/import.server.ts'
import type { VoteRow } from './row.rules.ts'
import { batches, type Door, type Lined, type Run, settlePeople, store } from './run.server.ts'
import { newTally, skip, take } from './tally.rules.ts'

const together = 1_000

type Dated = Lined<VoteRow & { at: Date }>

/** Imports a file of single votes; answers what became of its rows. */
export async function importVoteFile(run: Run, file: string) {
  const tally = newTally('votes')
  for await (const batch of batches(run, file, run.format.votes!, { tally, most: together })) {
    const known = batch.filter(({ row }) => run.ideas.has(row.idea))
    for (const { line, row } of batch)
      if (!run.ideas.has(row.idea)) skip(tally, line, 'its idea is not here')
    const dated = known.map((told) => withDate(run, told))
    await store(run, tally, dated, async (door, rows) => {
      const { fresh, people } = await write(run, door, rows)
      return () => {
        tally.there += rows.length - fresh.length
        for (const { line, repairs } of fresh) take(tally, line, repairs)
        for (const [source, id] of people) run.people.set(source, id)
      }
    })
  }
  return tally
}

function withDate(run: Run, told: Lined<VoteRow>): Dated {
  const { row, repairs } = told
  if (row.at) return { ...told, row: { ...row, at: row.at } }
  const at = run.ideas.get(row.idea)!.publishedAt
  return { ...told, row: { ...row, at }, repairs: [...repairs, 'no date: the day of its idea'] }
}

async function write(run: Run, door: Door, rows: Dated[]) {
  const acts = rows.map(({ row }) => ({ person: row.voter, at: row.at }))
  const people = await settlePeople(run, door, acts)
  const votes = rows.map(({ row }) => ({
    ideaId: run.ideas.get(row.idea)!.id,
    voterId: people.get(row.voter)!,
    castAt: row.at,
  }))
  const here = door.tx ? [] : await votesHere(door.db, votes)
  const written = door.tx ? await importVotes(door.tx, votes) : without(votes, here)
  const newOnes = new Set(written.map(keyOf))
  // A vote that stands twice in the file is taken once: its key goes with the first.
  return { people, fresh: rows.filter((_, i) => newOnes.delete(keyOf(votes[i]!))) }
}

type Vote = { ideaId: string; voterId: string }

const keyOf = ({ ideaId, voterId }: Vote) => `${ideaId} ${voterId}`

function without(votes: Vote[], here: Vote[]) {
  const known = new Set(here.map(keyOf))
  return votes.filter((vote) => !known.has(keyOf(vote)))
}
