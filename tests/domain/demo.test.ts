import { existsSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { commentFaults } from '#app/domain/comments/recount.server.ts'
import { ideaFaults } from '#app/domain/ideas/recount.server.ts'
import { db } from '#db/database.server.ts'
import { demoPassword, demoPeople, tellStory } from '#db/demo/tell.ts'
import { ideas as story } from '#db/demo/ideas.ts'
import { isPostgres } from '#db/dialect.ts'
import { ideas, images } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { jobs } from '#db/schema/jobs.ts'
import { merges } from '#db/schema/merges.ts'
import { accountOf } from '#app/domain/points/account.server.ts'
import { statementOf } from '#app/domain/points/statement.server.ts'
import { pointGrants, suspicions } from '#db/schema/point-desk.ts'
import { redemptions, rewards } from '#db/schema/rewards.ts'
import { isPassword } from '#app/domain/identity/password.server.ts'

const patience = 180_000

/** The votes that came to an idea with those that were merged into it. */
async function votesBrought(ideaId: string) {
  const into = await db.select().from(merges).where(eq(merges.targetId, ideaId))
  return into.reduce((sum, { votesCarried }) => sum + votesCarried, 0)
}

describe.skipIf(isPostgres)('the story of the demo bakery', () => {
  test(
    'is told through the domain: every idea ends where it should, with its votes, and nobody gets a mail',
    async () => {
      expect(await tellStory()).toBe('told')

      const told = new Map((await db.select().from(ideas)).map((idea) => [idea.title, idea]))
      for (const { title, votes, moves } of story) {
        const status = moves.at(-1)?.to ?? 'voting'
        const idea = told.get(title)
        const votesCount = votes + (idea ? await votesBrought(idea.id) : 0)
        expect(idea, title).toMatchObject({ status, votesCount })
      }
      for (const all of [ideaFaults(db), commentFaults(db)])
        for await (const { counter, of } of all) expect.fail(`${counter} of ${of}`)
      expect(await db.select().from(jobs).where(eq(jobs.kind, 'mail'))).toEqual([])
      expect(await db.select().from(images)).not.toEqual([])
      expect(existsSync(`${process.env.DATA_DIR}/uploads`)).toBe(true)
    },
    patience,
  )

  test('its points are in order: nobody has what is not booked, and a member finds a whole story', async () => {
    const [giulia] = await db.select().from(people).where(eq(people.handle, 'giulia_b'))
    const { available, pending, level } = await accountOf(db, giulia!.id)
    expect(level).toBeGreaterThan(1)
    expect(Math.min(available, pending)).toBeGreaterThan(0)
    const { lines } = await statementOf(db, giulia!.id, { size: 200 })
    expect(lines[0]!.balance).toBe(available)
    const told = new Set(lines.map(({ tell }) => tell))
    const kinds = ['confirm', 'grant', 'refund', 'reverse', 'spend', 'undone']
    expect([...told]).toEqual(expect.arrayContaining(kinds))
    const states = await db.selectDistinct({ state: redemptions.state }).from(redemptions)
    expect(states).toHaveLength(5)
    expect(await db.select().from(rewards)).toHaveLength(8)
    expect(await db.select().from(suspicions)).toMatchObject([{ state: 'open' }])
    const waiting = await db.select().from(pointGrants).where(eq(pointGrants.state, 'asked'))
    expect(waiting).toHaveLength(1)
  })

  test('has one person for each role, who can sign in; it is told once', async () => {
    expect(await tellStory()).toBe('told-before')
    for (const { email } of demoPeople) {
      const [person] = await db.select().from(people).where(eq(people.email, email!))
      expect(await isPassword(person?.passwordHash, demoPassword)).toBe(true)
    }
    expect(new Set(demoPeople.flatMap(({ roles }) => roles ?? ['member'])).size).toBe(6)
  })
})
