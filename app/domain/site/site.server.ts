import { prepared, type Read, type Tx, untilCommit } from '#db/database.server.ts'
import { settings } from '#db/schema/site.ts'
import { now } from '#db/time.ts'

type Words = { it: string; en: string }

/** What the brand says of itself and how its house works. Every value has a default. */
export type SiteSettings = {
  name: string
  locale: 'it' | 'en'
  accent: string | null
  promise: Words
  tagline: Words
  /** Votes at which an idea is shortlisted by itself. */
  threshold: number
  /** When the set-up was finished; null on a new house. */
  setUpAt: string | null
}

const defaults: SiteSettings = {
  name: 'Granaio',
  locale: 'it',
  accent: null,
  promise: {
    it: 'Alle idee più votate rispondiamo sempre, con il perché.',
    en: 'The ideas you want most always get an answer, with the reason.',
  },
  tagline: { it: 'Che cosa vorresti?', en: 'What would you like?' },
  threshold: 100,
  setUpAt: null,
}

/** The settings of the house, defaults filled in. */
export async function siteSettings(db: Read): Promise<SiteSettings> {
  const every = () => db.select().from(settings).prepare('settings')
  const ask = () => prepared(db, 'settings', every).execute()
  const stored = await untilCommit(db, 'settings', ask)
  return { ...defaults, ...Object.fromEntries(stored.map(({ key, value }) => [key, value])) }
}

/** Changes some of the settings; the others stay. */
export async function changeSettings(tx: Tx, changes: Partial<SiteSettings>) {
  for (const [key, value] of Object.entries(changes))
    await tx
      .insert(settings)
      .values({ key, value, changedAt: now() })
      .onConflictDoUpdate({ target: settings.key, set: { value, changedAt: now() } })
}
