import { eq } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { caseTopics } from '#db/schema/care.ts'
import { people } from '#db/schema/identity.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import type { Case } from './case.server.ts'
import type { Values } from './macro.rules.ts'

/** What the placeholders of a ready answer stand for in a case; empty where the case does not say. */
export async function valuesOf(db: Read, agent: Person, found: Case): Promise<Values> {
  const name = await nameOf(db, found)
  const topic = await topicOf(db, found)
  const { name: site } = await siteSettings(db)
  const { number, subject, product, batch, shop } = found
  return {
    ...{ name, number: String(number), subject, product, batch, shop, topic, site },
    agent: agent.displayName,
  }
}

async function nameOf(db: Read, { personId, name }: Case) {
  if (!personId) return name
  const [person] = await db
    .select({ name: people.displayName })
    .from(people)
    .where(eq(people.id, personId))
  return person?.name ?? name
}

async function topicOf(db: Read, { topicId, locale }: Case) {
  const [topic] = await db.select().from(caseTopics).where(eq(caseTopics.id, topicId))
  return (locale === 'it' ? topic?.labelIt : topic?.labelEn) ?? ''
}
