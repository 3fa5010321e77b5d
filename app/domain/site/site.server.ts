import { eq } from 'drizzle-orm'
import { prepared, type Read, type Tx, untilCommit } from '#db/database.server.ts'
import { settings } from '#db/schema/site.ts'
import { now } from '#db/time.ts'
import { type Calendar, italianCalendar } from './calendar.rules.ts'
import { careDefaults, type CareSettings } from './care-settings.rules.ts'
import { moderationDefaults, type ModerationSettings } from './moderation-settings.rules.ts'
import { pointDefaults, type PointSettings } from './point-settings.rules.ts'
import { privacyDefaults, type PrivacySettings } from './privacy-settings.rules.ts'

type Words = { it: string; en: string }

/** What the brand says of itself and how its house works. Every value has a default. */
export type SiteSettings = PointSettings &
  ModerationSettings &
  CareSettings &
  PrivacySettings & {
    name: string
    locale: 'it' | 'en'
    accent: string | null
    promise: Words
    tagline: Words
    /** Votes at which an idea is shortlisted by itself. */
    threshold: number
    /** Days from its publication within which an idea must reach them; null for no end. */
    thresholdDays: number | null
    /** Other figures for some categories; null where the house's hold. A campaign may bring its own one day. */
    categoryThresholds: Record<string, { votes: number | null; days: number | null }>
    /** Calendar days within which an author may appeal against a decision. */
    appealDays: number
    /** What `appealDays` was before, each until when: what a receipt promised stays. */
    appealDaysPast: { until: string; days: number }[]
    /** Working days within which an appeal, or new words, are answered. */
    appealAnswerDays: number
    /** When the brand is at work; promises are counted in it. */
    calendar: Calendar
    /** How many working days before a promise is due the team hears of it. */
    promiseWarning: number
    /** When the ideas that stood in promising statuses before the house kept clocks got theirs. */
    promisesPlannedAt: string | null
    /** Whether the author of an idea is asked before it is merged into another's, or told of it. */
    mergeConsent: 'ask' | 'tell'
    /** Days after which the staff may merge without the answer of an author who was asked. */
    mergeAnswerDays: number
    /** When the set-up was finished; null on a new house. */
    setUpAt: string | null
  }

const defaults: SiteSettings = {
  ...pointDefaults,
  ...moderationDefaults,
  ...careDefaults,
  ...privacyDefaults,
  name: 'Granaio',
  locale: 'it',
  accent: null,
  promise: {
    it: 'Alle idee più votate rispondiamo sempre, con il perché.',
    en: 'The ideas you want most always get an answer, with the reason.',
  },
  tagline: { it: 'Che cosa vorresti?', en: 'What would you like?' },
  threshold: 100,
  thresholdDays: null,
  categoryThresholds: {},
  appealDays: 14,
  appealDaysPast: [],
  appealAnswerDays: 10,
  calendar: italianCalendar,
  promiseWarning: 3,
  promisesPlannedAt: null,
  mergeConsent: 'ask',
  mergeAnswerDays: 7,
  setUpAt: null,
}

/** The settings of the house, defaults filled in. */
export async function siteSettings(db: Read): Promise<SiteSettings> {
  const every = () => db.select().from(settings).prepare('settings')
  const ask = () => prepared(db, 'settings', every).execute()
  const stored = await untilCommit(db, 'settings', ask)
  return { ...defaults, ...Object.fromEntries(stored.map(({ key, value }) => [key, value])) }
}

/** Changes some of the settings; the others stay. What is set to null has its default again. */
export async function changeSettings(tx: Tx, changes: Partial<SiteSettings>) {
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) {
      await tx.delete(settings).where(eq(settings.key, key))
      continue
    }
    await tx
      .insert(settings)
      .values({ key, value, changedAt: now() })
      .onConflictDoUpdate({ target: settings.key, set: { value, changedAt: now() } })
  }
}
