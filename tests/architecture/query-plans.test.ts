// First, so that it hears of every statement.
import { asked } from '#tests/asked.ts'
import Database from 'better-sqlite3'
import { beforeAll, expect, test } from 'vitest'
import { communityFigures } from '#app/domain/ideas/roadmap-figures.server.ts'
import { countedCategories } from '#app/domain/ideas/categories.server.ts'
import { highestNumber, mappedIdeas } from '#app/domain/ideas/idea-feed-map.server.ts'
import { newsOf } from '#app/domain/ideas/idea-feed-news.server.ts'
import { type Cursor, type FeedWish, type Sort, sorts } from '#app/domain/ideas/idea-feed.rules.ts'
import { ideaFeed } from '#app/domain/ideas/idea-feed.server.ts'
import { ideasOf, publicProfile } from '#app/domain/ideas/profile.server.ts'
import { realisedIdeas, roadmap } from '#app/domain/ideas/roadmap.server.ts'
import { searchIdeas } from '#app/domain/ideas/idea-search.server.ts'
import { relatedIdeas, similarIdeas } from '#app/domain/ideas/similar.server.ts'
import { writtenBy } from '#app/domain/comments/written.server.ts'
import { roundsDue } from '#app/domain/rounds/due.server.ts'
import { candidates, placeInLine, roundOfIdea } from '#app/domain/rounds/line.server.ts'
import {
  entriesOf,
  entryCounts,
  findEntry,
  nextRound,
  roundList,
} from '#app/domain/rounds/round.server.ts'
import { anyAlarm } from '#app/domain/promises/escalate.server.ts'
import { promiseFigures } from '#app/domain/promises/figures.server.ts'
import { promiseAndQuestions, promisesAmong } from '#app/domain/promises/idea-promise.server.ts'
import { openQuestion } from '#app/domain/promises/question.server.ts'
import { latePromises, nextPromises, pausedPromises } from '#app/domain/promises/watch.server.ts'
import { commentThreads } from '#app/domain/comments/thread.server.ts'
import { followedBy } from '#app/domain/follows/followed.server.ts'
import { countAudience } from '#app/domain/follows/audience.server.ts'
import { votesCastFor } from '#app/domain/votes/on-behalf.server.ts'
import { type DeskQuery, orders } from '#app/domain/workflow/desk.form.ts'
import { deskBoard } from '#app/domain/workflow/desk-board.server.ts'
import { setCounts } from '#app/domain/workflow/desk-sets.server.ts'
import { deskList } from '#app/domain/workflow/desk.server.ts'
import { undoable } from '#app/domain/workflow/undo.server.ts'
import { candidatePairs, likeIdea } from '#app/domain/merges/candidates.server.ts'
import { mergeList } from '#app/domain/merges/merge-list.server.ts'
import { mergedInto } from '#app/domain/merges/merged-here.server.ts'
import { previewOf } from '#app/domain/merges/preview.server.ts'
import { votersAfter, votersOfBoth } from '#app/domain/votes/carry.server.ts'
import { votedBy } from '#app/domain/votes/voted.server.ts'
import { digestReaders } from '#app/domain/notifications/digest.server.ts'
import { notificationsOf } from '#app/domain/notifications/notification.server.ts'
import { isRoundBeingTold, roundReaders } from '#app/domain/notifications/round-letter.server.ts'
import { appealFigures } from '#app/domain/appeals/figures.server.ts'
import { appealQueue } from '#app/domain/appeals/queue.server.ts'
import { pastOf, standingOf } from '#app/domain/appeals/receipt.server.ts'
import { headerFigures } from '#app/domain/notifications/header.server.ts'
import { grantList, grantsFor, grantsWaiting } from '#app/domain/points/grant-list.server.ts'
import { suspicionList } from '#app/domain/points/suspect-list.server.ts'
import { auditLog } from '#app/domain/audit/log.server.ts'
import { objectionQueue } from '#app/domain/moderation/objection-queue.server.ts'
import {
  findStatement,
  flagsOf,
  statementsOf,
  waitingPostsOf,
} from '#app/domain/moderation/statement.server.ts'
import { decisionsOn } from '#app/domain/moderation/item.server.ts'
import {
  decidedBy,
  moderationQueue,
  queueCounts as reviewCounts,
} from '#app/domain/moderation/queue.server.ts'
import { historyOf as historyOfPerson, trackRecords } from '#app/domain/moderation/record.server.ts'
import { undoableDecisions } from '#app/domain/moderation/undo.server.ts'
import { yearsReached } from '#app/domain/points/year.server.ts'
import {
  catalogue,
  creditedBy,
  findReward,
  raisedFor,
  takenBy,
} from '#app/domain/rewards/catalogue.server.ts'
import { poolCounts, rewardDesk, rewardNames } from '#app/domain/rewards/edit-list.server.ts'
import {
  queueCounts,
  queuedRedemption,
  redemptionNames,
  redemptionQueue,
} from '#app/domain/rewards/queue.server.ts'
import { redemptionsOf } from '#app/domain/rewards/redemption-own.server.ts'
import { badgesOf } from '#app/domain/points/badge.server.ts'
import { countAbove, leaderboard, standingOn } from '#app/domain/points/board.server.ts'
import { broughtBy } from '#app/domain/points/friend.server.ts'
import { book } from '#app/domain/points/ledger.server.ts'
import { score } from '#app/domain/points/score.server.ts'
import { statementOf } from '#app/domain/points/statement.server.ts'
import { heldOf, nextConfirmation, waitingOf } from '#app/domain/points/waiting.server.ts'
import { textAt } from '#app/domain/ideas/text-at.server.ts'
import { dossierList, waitingFor } from '#app/domain/dossiers/dossier-list.server.ts'
import { dossiersOf, openDossierOf } from '#app/domain/dossiers/dossier.server.ts'
import { publishedDossierOf } from '#app/domain/dossiers/published.server.ts'
import { remarksOf } from '#app/domain/dossiers/remark.server.ts'
import { newId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { ideas, ideaTags } from '#db/schema/ideas.ts'
import { sqliteFile } from '#db/sqlite.server.ts'
import { world } from '#tests/world.ts'

const explainer = new Database(sqliteFile(process.env.DATABASE_URL), { readonly: true })
let house: Awaited<ReturnType<typeof world>>

beforeAll(async () => {
  house = await world()
  await transaction(async (tx) => {
    const rows = Array.from({ length: 401 }, (_, i) => ({
      ...house.refillStation,
      id: newId(),
      number: 10_000 + i,
    }))
    await tx.insert(ideas).values(rows)
    await tx.insert(ideaTags).values(rows.map(({ id }) => ({ ideaId: id, tag: 'common' })))
  })
})

/** What SQLite will do for every question that `work` is the first to ask. */
async function plansOf(work: () => Promise<unknown>) {
  const before = new Set(asked)
  await work()
  return [...asked]
    .filter((query) => /^select/i.test(query) && !before.has(query))
    .map((query) => {
      const marks = query.match(/\?/g) ?? []
      const steps = explainer
        .prepare(`explain query plan ${query}`)
        .all(...marks.map(() => null)) as { detail: string }[]
      return { query, steps: steps.map(({ detail }) => detail) }
    })
}

/** Small tables that hold the brand's own settings are read whole. */
const small =
  /^(SCAN (settings|statuses|categories|idea_tallies|transitions|criteria)|SEARCH person_roles)\b/
const isSlow = (step: string) =>
  /USE TEMP B-TREE/.test(step) ||
  (/^SCAN /.test(step) && !/USING (COVERING )?INDEX|VIRTUAL TABLE/.test(step))

async function expectIndexed(work: () => Promise<unknown>) {
  const plans = await plansOf(work)
  const large = plans.filter(({ steps }) => !small.test(steps[0] ?? ''))
  expect(large.filter(({ steps }) => steps.some(isSlow))).toEqual([])
}

const afters: Record<Sort, Cursor> = {
  hot: ['hot', 3, 7],
  top: ['top', 3, 7],
  new: ['new', 1_700_000_000_000, 7],
  updated: ['updated', 1_700_000_000_000, 7],
}
const filters: [string, Partial<FeedWish>][] = [
  ['the whole board', {}],
  ['a status', { status: 'voting' }],
  ['a category', { category: 'packaging' }],
  ['a status and a category', { status: 'voting', category: 'packaging' }],
  ['a tag of many ideas', { tag: 'common' }],
  ['a tag of few ideas', { tag: 'refill' }],
  ['an author of many ideas', { author: 'ann' }],
  ['an author and a tag', { author: 'ann', tag: 'common' }],
  ['official answers', { answered: true }],
  ['official answers of a category', { answered: true, category: 'packaging' }],
  ['official answers of a status', { answered: true, status: 'realised' }],
  ['a tag of many ideas in a status', { tag: 'common', status: 'voting' }],
]

test.for(sorts.flatMap((sort) => filters.map(([name, wish]) => ({ sort, name, wish }))))(
  '[#124] the board, $sort first, of $name: no sorting, no scan, on every page',
  async ({ sort, wish }) => {
    const author = wish.author && house.ann.handle
    await expectIndexed(async () => {
      await ideaFeed(db, { ...wish, author, sort })
      await ideaFeed(db, { ...wish, author, sort, after: afters[sort] })
    })
  },
)

test('[#124] the lists around the board walk along an index too', async () => {
  const { ann, refillStation } = house
  const place = { at: new Date(), id: newId() }
  const lists: [string, () => Promise<unknown>][] = [
    ['roadmap', () => roadmap(db)],
    ['realised', () => realisedIdeas(db, { after: afters.updated })],
    ['figures', () => communityFigures(db)],
    ['categories', () => countedCategories(db)],
    ['site map', () => mappedIdeas(db, 1)],
    ['site map sheets', () => highestNumber(db)],
    ['news of an idea', () => newsOf(db, refillStation.id)],
    ['profile', () => publicProfile(db, ann.handle)],
    ['own ideas', () => ideasOf(db, ann.id, afters.new)],
    ['own votes', () => votedBy(db, ann.id, place)],
    ['own comments', () => writtenBy(db, ann.id, place)],
    ['rounds', () => roundList(db)],
    ['the next round', () => nextRound(db)],
    ['rounds that are due', () => roundsDue(db)],
    ['ideas of a round', () => entriesOf(db, newId())],
    ['one idea of a round', () => findEntry(db, newId(), refillStation.number)],
    ['counts of rounds', () => entryCounts(db, [newId()])],
    ['ideas in line', () => candidates(db)],
    ['a place in line', () => placeInLine(db, refillStation)],
    ['the round of an idea', () => roundOfIdea(db, { ...refillStation, status: 'shortlisted' })],
    ['merges of an idea', () => mergedInto(db, refillStation.id)],
    ['merges asked', () => mergeList(db, 'asked', { askedAt: new Date(), id: newId() })],
    ['merges done', () => mergeList(db, 'done')],
    ['voters to carry', () => votersAfter(db, refillStation.id, ann.id, 500)],
    ['voters of both', () => votersOfBoth(db, refillStation.id, newId())],
    ['threads', () => commentThreads(db, refillStation.id)],
    ['late promises', () => latePromises(db)],
    ['promises that are due next', () => nextPromises(db)],
    ['promises on hold', () => pausedPromises(db)],
    ['promises of cards', () => promisesAmong(db, [refillStation.id])],
    ['promises that the team must hear of', () => anyAlarm(db)],
    ['notifications', () => notificationsOf(db, ann, { unread: false })],
    ['notifications of a kind', () => notificationsOf(db, ann, { unread: false, kind: 'status' })],
    ['readers of a digest', async () => digestReaders(db, 8).next()],
    ['readers of the letter of a round', async () => roundReaders(db, newId()).next()],
    ['moves of a round being told', () => isRoundBeingTold(db, newId())],
    ['open questions', () => openQuestion(db, refillStation.id)],
  ]
  for (const [, list] of lists) await expectIndexed(list)
})

const deskAfters = { top: '3.7', new: '1700000000000.7', updated: '1700000000000.7', oldest: '1.7' }
const deskFilters: Partial<DeskQuery>[] = [
  {},
  { status: 'voting' },
  { category: 'packaging' },
  { unanswered: '1' },
  { status: 'voting', category: 'packaging' },
  { status: 'voting', unanswered: '1' },
  { category: 'packaging', unanswered: '1' },
  { status: 'voting', category: 'packaging', unanswered: '1' },
  { set: 'new' },
  { set: 'new', category: 'packaging' },
  { set: 'waiting' },
  { set: 'waiting', category: 'packaging' },
  { set: 'waiting', status: 'voting' },
  { set: 'impact' },
  { set: 'impact', status: 'voting', unanswered: '1' },
]

test.for(orders.flatMap((order) => deskFilters.map((filter) => ({ order, filter }))))(
  '[#124] the desk, $order first, of $filter: no sorting, no scan, on every page',
  async ({ order, filter }) => {
    const query = { ...filter, order }
    await expectIndexed(async () => {
      await deskList(db, query)
      await deskList(db, { ...query, after: deskAfters[order] })
      await deskBoard(db, query, house.eva)
    })
  },
)

test('[#124] what surrounds the desk walks along an index too', async () => {
  const { eva, refillStation } = house
  for (const work of [
    () => undoable(db, eva),
    () => setCounts(db, eva),
    () => votesCastFor(db, refillStation.id),
    () => countAudience(db, refillStation),
  ])
    await expectIndexed(work)
})

test('[#124] decisions, appeals and new words are found along an index', async () => {
  const { ada, refillStation } = house
  const after = { at: new Date(), id: newId() }
  const lists: [string, () => Promise<unknown>][] = [
    ['waiting', () => appealQueue(db, ada, { state: 'waiting', after })],
    ['decided', () => appealQueue(db, ada, { state: 'decided', after })],
    ['standing', () => standingOf(db, refillStation)],
    ['past', () => pastOf(db, refillStation.id)],
    ['the words of then', () => textAt(db, refillStation, after.at)],
  ]
  for (const [, list] of lists) await expectIndexed(list)
  const steps = (await plansOf(() => appealFigures(db, after.at))).flatMap(({ steps }) => steps)
  expect(steps.filter((step) => /^SCAN /.test(step) && isSlow(step))).toEqual([])
})

test('[#124] dossiers walk along an index too', async () => {
  const { eva, refillStation } = house
  const works = [
    () => dossierList(db, eva, { state: 'published' }),
    () => dossierList(db, eva, { state: 'open', after: `1700000000000.${newId()}` }),
    () => dossierList(db, eva, { state: 'open', category: 'packaging' }),
    () => waitingFor(db, eva),
    () => dossiersOf(db, refillStation.id),
    () => openDossierOf(db, refillStation.id),
    () => publishedDossierOf(db, refillStation.id),
    () => remarksOf(db, newId()),
  ]
  for (const work of works) await expectIndexed(work)
})

test('a few known rows may be sorted: search results, and what one person follows', async () => {
  const { ann, refillStation } = house
  const works = [
    () => searchIdeas(db, 'refill station', { category: 'packaging' }),
    () => similarIdeas(db, 'A refill station', { limit: 3 }),
    () => relatedIdeas(db, refillStation),
    () => followedBy(db, ann.id),
    () => candidatePairs(db, 20_000),
    () => likeIdea(db, refillStation.number),
    () => previewOf(db, refillStation, refillStation),
    () => promiseAndQuestions(db, refillStation.id),
    () => promiseFigures(db, new Date(0)),
  ]
  for (const work of works) {
    const steps = (await plansOf(work)).flatMap(({ steps }) => steps)
    expect(
      steps.filter((step) => /^SCAN (?!idea_search|found)/.test(step) && isSlow(step)),
    ).toEqual([])
  }
})

test('the questions were really heard', () => {
  const lists = [...asked].filter((query) => /order by/i.test(query))
  expect(lists.length).toBeGreaterThan(40)
})

test('[#124] the statement, what waits and the leaderboard walk along an index', async () => {
  const { id } = house.ben
  await transaction(async (tx) => {
    const gift = { kind: 'grant', personId: id, amount: 5 } as const
    for (const key of ['one', 'two']) await book(tx, [{ ...gift, key }])
    await score(tx, [{ personId: id, amount: 5, actedAt: new Date(), categoryId: 'packaging' }])
  })
  const board = { period: 'all', categoryId: 'packaging' }
  await expectIndexed(async () => {
    for (const way of ['all', 'in', 'out'] as const) {
      await statementOf(db, id, { way })
      await statementOf(db, id, { way, after: 1_000 })
    }
    await waitingOf(db, id)
    await heldOf(db, id)
    await nextConfirmation(db, id)
    await leaderboard(db, board)
    await leaderboard(db, board, { amount: 7, personId: newId() })
    await standingOn(db, board, id)
    await countAbove(db, board, 5_001)
    await badgesOf(db, id)
    await broughtBy(db, id)
  })
})

test('[#124] what stands in the header, and who came a year ago, is found along an index', async () => {
  const { id } = house.ben
  await expectIndexed(async () => {
    await headerFigures(db, id)
    await transaction((tx) => yearsReached(tx))
    await transaction((tx) => yearsReached(tx, { joinedAt: new Date(0), id }))
  })
})

test('[#124] rewards, what was taken, and the desks of points walk along an index', async () => {
  const { id } = house.ben
  const after = { at: new Date(), id: newId() }
  await expectIndexed(async () => {
    await catalogue(db)
    await findReward(db, 'a-loaf')
    await raisedFor(db, [newId()])
    await creditedBy(db, newId())
    await takenBy(db, id, [newId()])
    await redemptionsOf(db, id)
    await redemptionsOf(db, id, after)
    for (const rewardId of [undefined, newId()]) {
      await redemptionQueue(db, { state: 'requested', rewardId })
      await redemptionQueue(db, { state: 'requested', rewardId, after })
    }
    await queueCounts(db)
    await queuedRedemption(db, newId())
    await redemptionNames(db, [newId()])
    await rewardDesk(db)
    await rewardNames(db)
    await poolCounts(db, newId())
    for (const state of ['asked', 'done', 'refused'] as const) {
      await grantList(db, state)
      await grantList(db, state, after)
    }
    await grantsFor(db, id)
    await grantsWaiting(db)
    for (const list of ['open', 'decided'] as const) {
      await suspicionList(db, list)
      await suspicionList(db, list, { foundAt: after.at, id: after.id })
    }
  })
})

test('[#124] statements, objections and the log walk along an index, however they are narrowed', async () => {
  const { ben } = house
  const after = { at: new Date(), id: newId() }
  await expectIndexed(async () => {
    await statementsOf(db, ben.id)
    await statementsOf(db, ben.id, after)
    await findStatement(db, ben.id, newId())
    await waitingPostsOf(db, ben.id)
    await flagsOf(db, ben.id)
    for (const state of ['waiting', 'decided'] as const) {
      await objectionQueue(db, { state })
      await objectionQueue(db, { state, after })
    }
    const span = { from: new Date(0), until: new Date() }
    for (const narrowed of [{}, { act: 'idea.moved' }, { person: ben.handle }, span]) {
      await auditLog(db, narrowed)
      await auditLog(db, { ...narrowed, after })
    }
  })
})

test('[#124] the moderators’ queue, what one has decided, and the past of a person walk along an index', async () => {
  const { mo, ben } = house
  const place = { rank: 1, id: newId() }
  await expectIndexed(async () => {
    for (const view of ['all', 'flagged', 'waiting', 'spam', 'faces'] as const) {
      await moderationQueue(db, mo, { view })
      await moderationQueue(db, mo, { view, after: place })
    }
    await reviewCounts(db)
    await decidedBy(db, mo)
    await decidedBy(db, mo, { at: new Date(), id: newId() })
    await undoableDecisions(db, mo)
    await decisionsOn(db, { subject: 'comment', subjectId: newId() })
    await historyOfPerson(db, ben.id)
    await trackRecords(db, [newId()])
  })
})
