import { asc, eq } from 'drizzle-orm'
import { db } from '#db/database.server.ts'
import { jobs } from '#db/schema/jobs.ts'

type Letter = { to: string; template: string; locale: string; params: Record<string, string> }

/** The letters asked for so far, to one address or to all, in order. */
export async function letters(to?: string): Promise<Letter[]> {
  const asked = await db
    .select({ payload: jobs.payload })
    .from(jobs)
    .where(eq(jobs.kind, 'mail'))
    .orderBy(asc(jobs.createdAt), asc(jobs.id))
  const all = asked.map(({ payload }) => payload as Letter)
  return to ? all.filter((letter) => letter.to === to) : all
}

/** The secret in the last letter to `to` that carries one. */
export async function lastSecret(to: string) {
  const paths = (await letters(to)).map(({ params }) => params.path ?? '')
  const secrets = paths.map((path) => /^\/(?:verify|reset)\/([\w-]+)/.exec(path)?.[1])
  return secrets.filter((secret) => secret !== undefined).at(-1)!
}
