import { readAllBefore } from '#app/domain/notifications/read-all.server.ts'
import { hashPassword } from '#app/domain/identity/password.server.ts'
import { dropJobsBefore } from '#app/domain/jobs/drop.server.ts'
import { changeSettings, siteSettings } from '#app/domain/site/site.server.ts'
import { renameCategory } from '#app/domain/ideas/category.server.ts'
import { furnishDossiers } from '#app/domain/dossiers/furnish.server.ts'
import { furnish } from '#app/domain/workflow/furnish.server.ts'
import { db, transaction } from '../database.server.ts'
import { at, now } from '../time.ts'
import { lifeOf, type Stage } from './acts.ts'
import { tellAppeals } from './appeals.ts'
import { gather } from './cast.ts'
import { tellDossiers } from './dossiers.ts'
import { ideas } from './ideas.ts'
import { people } from './people.ts'
import { showPictures } from './pictures.ts'
import { tellMerges } from './merges.ts'
import { tellQuestions } from './promises.ts'
import { tellRealised } from './realised.ts'
import { tellRounds } from './rounds.ts'
import { leaveNews } from './notifications.ts'
import { site } from './site.ts'

const together = 250
const day = 86_400_000
const threshold = 250

/** What opens the accounts of the demo people. */
export const demoPassword = 'valdoro-demo'

/** Those of the story who can sign in, one for each role. */
export const demoPeople = people.filter(({ email }) => email)

/**
 * Tells the story of the demo bakery through the domain, each act at its own time up to today.
 * Answers `told`, or `told-before` when this house is furnished and lived in already.
 */
export async function tellStory(): Promise<'told' | 'told-before'> {
  if ((await siteSettings(db)).setUpAt) return 'told-before'
  const today = now()
  const passwordHash = await hashPassword(demoPassword)
  const cast = await transaction(async (tx) => {
    await furnish(tx)
    await furnishDossiers(tx)
    for (const { key, it, en } of site.categories) await renameCategory(tx, key, { it, en })
    const { name, promise, tagline } = site
    await changeSettings(tx, { name, promise, tagline, threshold, accent: '#e8ab3f', locale: 'it' })
    return gather(tx, today, passwordHash)
  })

  const stage: Stage = { today, cast, threshold }
  const lives = ideas.map((idea) => ({ idea, ...lifeOf(stage, idea) }))
  const acts = lives.flatMap(({ acts }) => acts).sort((a, b) => a.at - b.at)
  for (let i = 0; i < acts.length; i += together)
    await transaction(async (tx) => {
      for (const act of acts.slice(i, i + together)) await at(new Date(act.at), () => act.done(tx))
    })
  await showPictures(lives.map(({ idea, found }) => ({ title: idea.title, idea: found() })))
  const found = (title: string) => lives.find(({ idea }) => idea.title === title)!.found()
  await tellDossiers(stage, found)
  await tellMerges(stage, found)
  await tellRealised(stage, found)
  await tellQuestions(stage, found)
  await tellRounds(stage, found)
  await tellAppeals(stage, found)

  await transaction(async (tx) => {
    await readAllBefore(tx, new Date(today.getTime() - 4 * day))
    await dropJobsBefore(tx, new Date(today.getTime() - 10 * day))
    await changeSettings(tx, { setUpAt: today.toISOString() })
  })
  await leaveNews('member@valdoro.example')
  return 'told'
}
