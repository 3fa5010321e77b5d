import { readAllBefore } from '#app/domain/notifications/read-all.server.ts'
import { hashPassword } from '#app/domain/identity/password.server.ts'
import { dropJobsBefore, dropMails } from '#app/domain/jobs/drop.server.ts'
import { changeSettings, siteSettings } from '#app/domain/site/site.server.ts'
import { renameCategory } from '#app/domain/ideas/category.server.ts'
import { furnishFaq } from '#app/domain/faq/furnish.server.ts'
import { furnishCare } from '#app/domain/care/furnish.server.ts'
import { furnishDossiers } from '#app/domain/dossiers/furnish.server.ts'
import { furnish } from '#app/domain/workflow/furnish.server.ts'
import { db, transaction } from '../database.server.ts'
import { at, now } from '../time.ts'
import { type Act, latest, lifeOf, type Stage } from './acts.ts'
import { tellAppeals } from './appeals.ts'
import { gather } from './cast.ts'
import { tellRemedies } from './remedies.ts'
import { tellCases } from './cases.ts'
import { tellFaq } from './faq.ts'
import { tellDossiers } from './dossiers.ts'
import { ideas } from './ideas.ts'
import { people } from './people.ts'
import { showPictures } from './pictures.ts'
import { booksOf, pointActs } from './points.ts'
import { rewardActs } from './rewards.ts'
import { tellMerges } from './merges.ts'
import { tellMentions } from './mentions.ts'
import { tellObjections } from './objections.ts'
import { tellModeration } from './moderation.ts'
import { tellNewcomers } from './newcomers.ts'
import { tellQuestions } from './promises.ts'
import { tellRealised } from './realised.ts'
import { prepareAnswers } from './ready-answers.ts'
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
  const cast = await opening(today)
  const stage: Stage = { today, cast, threshold }
  const lives = ideas.map((idea) => ({ idea, ...lifeOf(stage, idea) }))
  const found = (title: string) => lives.find(({ idea }) => idea.title === title)!.found()
  const keepBooks = booksOf(stage)
  await live(
    [
      ...lives.flatMap(({ acts }) => acts),
      ...pointActs(stage, found),
      ...(await rewardActs(stage)),
    ],
    keepBooks,
  )
  await showPictures(lives.map(({ idea, found }) => ({ title: idea.title, idea: found() })))
  await tellDossiers(stage, found)
  await tellMerges(stage, found)
  await tellRealised(stage, found)
  await tellQuestions(stage, found)
  await tellRounds(stage, found)
  await tellAppeals(stage, found)
  await tellModeration(stage, found)
  await tellObjections(stage, found)
  await tellNewcomers(stage, found)
  await tellFaq(stage)
  await prepareAnswers(stage)
  await tellCases(stage)
  await tellRemedies(stage)
  await tellMentions(stage)
  // What was told last happened long ago, and is booked now: a ledger has no other order.
  await keepBooks(latest(stage))

  await close(today)
  await leaveNews('member@valdoro.example')
  return 'told'
}

/** Old news is read, and nobody of the story waits for anything: none of them has a mailbox. */
const close = (today: Date) =>
  transaction(async (tx) => {
    await readAllBefore(tx, new Date(today.getTime() - 4 * day))
    await dropJobsBefore(tx, new Date(today.getTime() - 10 * day))
    await dropMails(tx)
    await changeSettings(tx, { setUpAt: today.toISOString() })
  })

/** The house as it opens its doors, and all who will come. */
async function opening(today: Date) {
  const passwordHash = await hashPassword(demoPassword)
  return transaction(async (tx) => {
    await furnish(tx)
    await furnishDossiers(tx)
    await furnishCare(tx)
    await furnishFaq(tx)
    for (const { key, it, en } of site.categories) await renameCategory(tx, key, { it, en })
    const { name, promise, tagline } = site
    const look = { accent: '#e8ab3f', locale: 'it' as const }
    await changeSettings(tx, { name, promise, tagline, threshold, ...look, pointExpiryMonths: 12 })
    return gather(tx, today, passwordHash)
  })
}

/** Tells all that happens in its order, and keeps the books in between. */
async function live(acts: Act[], keepBooks: ReturnType<typeof booksOf>) {
  acts.sort((a, b) => a.at - b.at)
  for (const spell of spellsOf(acts)) {
    for (let i = 0; i < spell.length; i += together)
      await transaction(async (tx) => {
        const some = spell.slice(i, i + together)
        for (const act of some) await at(new Date(act.at), () => act.done(tx))
      })
    await keepBooks(spell.at(-1)!.at)
  }
}

/** What is told before the books are kept again: three weeks of the past, a day of late. */
function* spellsOf(acts: Act[], today = now().getTime()) {
  let spell: Act[] = []
  for (const act of acts) {
    const longest = today - act.at < 35 * day ? day : 21 * day
    if (spell.length && act.at - spell[0]!.at > longest) {
      yield spell
      spell = []
    }
    spell.push(act)
  }
  if (spell.length) yield spell
}
