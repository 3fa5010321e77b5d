import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { accountOf } from '#app/domain/points/account.server.ts'
import { badgesOf } from '#app/domain/points/badge.server.ts'
import { celebrationFor } from '#app/domain/points/celebrate.server.ts'
import { earningWays } from '#app/domain/points/earning-way.server.ts'
import { levelAt, levelOf, nextLevel, wayToNext } from '#app/domain/points/level.rules.ts'
import { endingsFor } from '#app/domain/points/notice.server.ts'
import { seqOf, wayOf } from '#app/domain/points/statement.rules.ts'
import { statementOf } from '#app/domain/points/statement.server.ts'
import { heldOf, nextConfirmation, waitingOf } from '#app/domain/points/waiting.server.ts'
import type { Level, Rights } from '#app/domain/site/point-settings.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { db } from '#db/database.server.ts'

type Locale = 'it' | 'en'
const path = '/me/points'

/** All that a member's page of points shows. */
export async function pointsPage(member: Person, asked: URLSearchParams, locale: Locale) {
  const way = wayOf(asked.get('way'))
  const after = seqOf(asked.get('after'))
  const statement = statementOf(db, member.id, { way, after })
  const [account, { lines, next }, settings] = await Promise.all([
    accountOf(db, member.id),
    statement,
    siteSettings(db),
  ])
  const { available, pending, owed, earned, isOffBoard } = account
  const hrefOf = (from?: number) => addressOf({ way: way === 'all' ? undefined : way, after: from })
  return {
    ...{ way, lines, locale },
    account: { available, pending, owed, earned, isOffBoard },
    hasLeaderboard: settings.hasLeaderboard,
    nextHref: next ? hrefOf(next) : undefined,
    firstHref: after ? hrefOf() : undefined,
    level: levelShown(earned, settings.pointLevels, locale),
    rest: after ? null : await onFirstPage(member.id, settings.pointLevels, locale),
  }
}

function addressOf(said: Record<string, string | number | undefined>) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(said)) if (value) query.set(name, String(value))
  return query.size ? `${path}?${query}` : path
}

/** What stands around the movements, on the first page of them. */
async function onFirstPage(id: string, levels: Level[], locale: Locale) {
  const [waiting, held, nextAt, endings, ways, badges, news] = await Promise.all([
    waitingOf(db, id),
    heldOf(db, id),
    nextConfirmation(db, id),
    endingsFor(db, id),
    earningWays(db, id),
    badgesOf(db, id),
    celebrationFor(db, id),
  ])
  const celebration = news && {
    badges: news.badges,
    level: news.level === undefined ? undefined : levelAt(levels, news.level).name[locale],
    until: +news.until,
  }
  return { waiting, held, nextAt, endings, ways, badges, celebration }
}

type Next = { name: string; from: number; missing: number; rights: Rights }
export type LevelShown = {
  name: string
  rights: Rights
  earned: number
  share: number
  next?: Next
}

/** The level that so many points give, and the next, in one language. */
export function levelShown(earned: number, levels: Level[], locale: Locale): LevelShown {
  const { name, rights } = levelAt(levels, levelOf(earned, levels))
  const next = nextLevel(earned, levels)
  return {
    name: name[locale],
    rights,
    earned,
    share: wayToNext(earned, levels),
    next: next && {
      ...{ name: next.name[locale], from: next.from, missing: next.missing },
      rights: next.rights,
    },
  }
}

export type PointsPage = Awaited<ReturnType<typeof pointsPage>>
