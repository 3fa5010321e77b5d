import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Role, roles } from '#app/domain/identity/permission.rules.ts'
import { permissionsFor } from '#app/domain/identity/permission.rules.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import { suspend } from '#app/domain/identity/role.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { auditEntries } from '#db/schema/site.ts'
import { addressOf, doors, type House, openHouse, type Stand, standing } from '#tests/house.ts'
import { raw } from '#tests/raw.ts'
import { person } from '#tests/world.ts'

/**
 * What each door answers to a page's question and to an empty form: a status for everybody;
 * `members 200`, others are led to sign in; `guests 200`, members are led away; `a.permission 200`,
 * guests are led to sign in, members find nothing, other staff is refused.
 */
const reviewed: Record<string, [get: string, post: string]> = {
  'routes/home': ['200', '405'],
  'routes/ideas/board': ['200', '405'],
  'routes/ideas/feed': ['200', '405'],
  'routes/og': ['200', '405'],
  'routes/roadmap': ['200', '405'],
  'routes/rounds/list': ['200', '405'],
  'routes/rounds/show': ['404', '405'],
  'routes/realised': ['200', '405'],
  'routes/realised/page': ['404', '405'],
  'routes/transparency': ['200', '405'],
  'routes/transparency-csv': ['200', '405'],
  'routes/members/profile': ['200', '405'],
  'routes/legal': ['200', '405'],
  'routes/feed': ['200', '405'],
  'routes/sitemap': ['200', '405'],
  'routes/robots': ['200', '405'],
  'routes/ideas/show': ['200', '405'],
  'routes/comments/show': ['302', '405'],
  'routes/comments/reply': ['200', '405'],
  'routes/session/join': ['guests 200', 'guests 400'],
  'routes/session/join-sent': ['200', '405'],
  'routes/session/verify': ['410', '410'],
  'routes/session/login': ['guests 200', 'guests 400'],
  'routes/session/logout': ['302', '303'],
  'routes/session/forgot': ['200', '400'],
  'routes/session/reset': ['410', '410'],
  'routes/preferences': ['302', '303'],
  'routes/set-up': ['404', '404'],
  'routes/ideas/similar': ['200', '405'],
  'routes/ideas/history': ['200', '405'],
  'routes/ideas/original': ['302', '405'],
  'routes/images/image': ['404', '405'],
  'routes/unsubscribe': ['404', '404'],
  'routes/withdraw': ['404', '404'],
  'routes/missing': ['404', '404'],
  'routes/ideas/new': ['members 200', 'members 400'],
  'routes/ideas/draft': ['400', 'members 400'],
  'routes/ideas/preview': ['400', 'members 200'],
  'routes/ideas/edit': ['members 404', 'members 404'],
  'routes/ideas/vote': ['400', 'members 400'],
  'routes/ideas/follow': ['400', 'members 400'],
  'routes/ideas/comments': ['200', '400'],
  'routes/ideas/flags': ['members 200', 'members 400'],
  'routes/ideas/question': ['400', 'members 404'],
  'routes/comments/useful': ['400', 'members 400'],
  'routes/comments/edit': ['members 404', 'members 404'],
  'routes/comments/flags': ['members 200', 'members 400'],
  'routes/comments/hiding': ['comments.hide 200', 'comments.hide 400'],
  'routes/me/layout': ['members 200', '405'],
  'routes/me/home': ['members 200', '405'],
  'routes/me/profile': ['members 200', 'members 400'],
  'routes/me/ideas': ['members 200', '405'],
  'routes/me/decision': ['members 404', 'members 404'],
  'routes/me/decision-appeal': ['members 404', 'members 404'],
  'routes/me/decision-resubmission': ['members 404', 'members 404'],
  'routes/me/votes': ['members 200', '405'],
  'routes/me/comments': ['members 200', '405'],
  'routes/me/followed': ['members 200', '405'],
  'routes/me/notifications': ['members 200', 'members 303'],
  'routes/me/notification-settings': ['members 200', 'members 400'],
  'routes/me/settings': ['members 200', 'members 303'],
  'routes/me/security': ['members 200', '405'],
  'routes/me/security-password': ['members 200', 'members 400'],
  'routes/me/security-email': ['members 200', 'members 400'],
  'routes/me/proof': ['members 200', 'members 400'],
  'routes/me/devices': ['302', 'members 400'],
  'routes/me/named': ['302', 'members 303'],
  'routes/me/merge': ['members 404', 'members 400'],
  'routes/staff/layout': ['staff.enter 200', '405'],
  'routes/staff/index': ['staff.enter 200', '405'],
  'routes/staff/ideas': ['ideas.see-private 200', '405'],
  'routes/staff/ideas-bulk': ['ideas.see-private 200', 'ideas.see-private 400'],
  'routes/staff/ideas-undo': ['ideas.see-private 302', 'ideas.see-private 400'],
  'routes/staff/ideas-views': ['ideas.see-private 200', 'ideas.see-private 400'],
  'routes/staff/ideas-tags': ['ideas.see-private 200', 'ideas.move 400'],
  'routes/staff/ideas-evaluators': ['ideas.see-private 200', 'dossiers.lead 400'],
  'routes/staff/ideas-voters': ['ideas.see-private 200', 'ideas.move 400'],
  'routes/staff/keys': ['staff.enter 302', 'staff.enter 400'],
  'routes/staff/ideas-status': ['ideas.see-private 200', 'ideas.see-private 400'],
  'routes/staff/ideas-answer': ['ideas.see-private 200', 'ideas.answer 400'],
  'routes/staff/ideas-dossier': ['dossiers.see 200', 'dossiers.see 400'],
  'routes/staff/ideas-merge': ['ideas.merge 200', 'ideas.merge 400'],
  'routes/staff/ideas-question': ['ideas.ask 200', 'ideas.ask 400'],
  'routes/staff/realised': ['realised.edit 200', '405'],
  'routes/staff/realised-page': ['realised.edit 200', 'realised.edit 400'],
  'routes/staff/appeals': ['appeals.decide 200', '405'],
  'routes/staff/appeals-case': ['appeals.decide 404', 'appeals.decide 400'],
  'routes/staff/merges': ['ideas.merge 200', 'ideas.merge 404'],
  'routes/staff/merges-one': ['ideas.merge 404', 'ideas.merge 400'],
  'routes/staff/promises': ['ideas.move 200', '405'],
  'routes/staff/dossiers': ['dossiers.see 200', '405'],
  'routes/staff/dossiers-csv': ['dossiers.see 200', '405'],
  'routes/staff/ideas-csv': ['ideas.see-private 200', '405'],
  'routes/staff/settings': ['site.settings 200', '405'],
  'routes/staff/settings-workflow': ['site.settings 200', 'site.settings 400'],
  'routes/staff/settings-status-new': ['site.settings 200', 'site.settings 400'],
  'routes/staff/settings-thresholds': ['site.settings 200', 'site.settings 400'],
  'routes/staff/settings-status': ['site.settings 200', 'site.settings 400'],
  'routes/staff/settings-moves': ['site.settings 200', 'site.settings 400'],
  'routes/staff/settings-retirement': ['site.settings 200', 'site.settings 400'],
  'routes/staff/settings-appeals': ['site.settings 200', 'site.settings 400'],
  'routes/staff/settings-calendar': ['site.settings 200', 'site.settings 400'],
  'routes/staff/settings-criteria': ['site.settings 200', 'site.settings 400'],
  'routes/staff/settings-merges': ['site.settings 200', 'site.settings 400'],
  'routes/staff/rounds': ['rounds.run 200', '405'],
  'routes/staff/rounds-new': ['rounds.run 200', 'rounds.run 400'],
  'routes/staff/rounds-round': ['rounds.run 404', 'rounds.run 400'],
  'routes/staff/rounds-edit': ['rounds.run 404', 'rounds.run 400'],
  'routes/staff/rounds-decision': ['rounds.run 404', 'rounds.run 404'],
  'routes/staff/rounds-publication': ['rounds.run 404', 'rounds.run 400'],
  'routes/staff/rounds-cancellation': ['rounds.run 404', 'rounds.run 400'],
  'routes/staff/rounds-csv': ['rounds.run 404', '405'],
  'routes/staff/outbox': ['outbox.see 200', 'outbox.see 400'],
  'routes/staff/people': ['people.manage 200', '405'],
  'routes/staff/people-person': ['people.manage 200', 'people.manage 400'],
}

function expected(rule: string, who: string, held: Role[]) {
  const [to, status = to] = rule.split(' ')
  const isIn = who !== 'guest' && who !== 'suspended'
  if (to === status) return status
  if (to === 'guests') return isIn ? '302' : status
  if (!isIn) return 'login'
  if (to === 'members' || permissionsFor(held).has(to as never)) return status
  return held.length ? '403' : '404'
}

const everybody = ['guest', 'suspended', 'member', ...roles] as const
// Whole crawls of the house: as long as a busy machine needs.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

let house: House
let stand: Stand
let cookies: Record<string, () => Promise<string>>

const cookieOf = async ({ id }: Person) => `granaio_session=${await startSession(id, '', '')}`

beforeAll(async () => {
  house = await openHouse()
  stand = await standing()
  const [member, out, ...staff] = await transaction(async (tx) => {
    const some = [await person(tx, 'plain'), await person(tx, 'gone')]
    for (const role of roles) some.push(await person(tx, role, [role]))
    return some
  })
  const old = await cookieOf(out!)
  await transaction((tx) => suspend(tx, stand.ada, out!.id, 'spam'))
  cookies = {
    guest: async () => '',
    suspended: async () => old,
    member: () => cookieOf(member!),
    ...Object.fromEntries(roles.map((role, i) => [role, () => cookieOf(staff[i]!)])),
  }
})
afterAll(() => house.close())

async function verdict(path: string, cookie: string, method = 'GET') {
  const body = method === 'POST' ? new URLSearchParams() : undefined
  const type = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: house.origin }
  const headers = { Cookie: cookie, ...(body && type) }
  const answer = await fetch(house.origin + path, { method, body, headers, redirect: 'manual' })
  const text = await answer.text()
  const isLogin = answer.headers.get('Location')?.startsWith('/login')
  return { status: isLogin || answer.status === 401 ? 'login' : String(answer.status), text }
}

test('[#43] every door stands in the reviewed table, and nothing else does', () => {
  expect(doors.map(({ id }) => id).sort()).toEqual(Object.keys(reviewed).sort())
})

test.each(everybody)(
  '[#43 #50 #51 #53] %s finds every door as the table says, in pages, data and forms',
  async (who) => {
    const held = (roles as readonly string[]).includes(who) ? [who as Role] : []
    const wrong: unknown[] = []
    for (const door of doors) {
      const path = addressOf(door, stand)
      const [get, post] = reviewed[door.id]!
      const page = await verdict(path, await cookies[who]!())
      const form = await verdict(path, await cookies[who]!(), 'POST')
      const wished = [expected(get, who, held), expected(post, who, held)]
      // The staff's first page leads to the first desk that somebody has.
      const seen = door.path === '/staff' && page.status === '302' ? '200' : page.status
      if (`${[seen, form.status]}` !== `${wished}`) wrong.push([door.id, wished, seen, form.status])
      if (!/login|40[34]/.test(wished[0]!)) continue
      const asData = `${path}?_data=${encodeURIComponent(door.id)}`
      const data = await verdict(asData, await cookies[who]!())
      if (data.status === '200') wrong.push([door.id, 'data'])
    }
    expect(wrong).toEqual([])
  },
)

const disguises = [
  ...['/staff/people/', '/Staff/People', '/STAFF/PEOPLE', '/staff/%70eople', '/staff/people%2f'],
  ...['/staff/./people', '/staff/x/../people', '/%2e/staff/people', '/staff/people.data'],
  ...['/staff/people;x=1', '/staff/people?index', '/staff/people?_data=routes/staff/people'],
  ...['/staff/people?_data=root', '/staff/people?_data=routes%2Fstaff%2Flayout', '//staff/people'],
  ...['/staff//people', '/staff\\people', '/staff%5cpeople', '/staff/people%00', '/staff/people#x'],
  ...['/login?_data=routes/staff/people', '/me?_data=routes/staff/people', '/staff/people%20'],
  ...['/ideas/../staff/people', '/ideas/%2e%2e/staff/people', 'http://localhost/staff/people'],
  ...['/staff/people/x/..', '/staff/people?_routes=routes/staff/people', '/__manifest?p=/staff'],
]

test('[#55] no disguise of a staff address shows a member or a guest what it is about', async () => {
  const secret = 'canary-55@example.org'
  await transaction(async (tx) => {
    const { people } = await import('#db/schema/identity.ts')
    await tx.insert(people).values({ handle: 'canary55', displayName: 'C', email: secret })
  })
  const canaries = async (who: string) => {
    const found: string[] = []
    for (const path of disguises)
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'PROPFIND']) {
        const headers = { Cookie: await cookies[who]!() }
        const { text } = await raw(house.port, { method, path, headers })
        if (text.includes(secret)) found.push(`${method} ${path}`)
      }
    return found
  }
  expect(await canaries('guest')).toEqual([])
  expect(await canaries('member')).toEqual([])
  expect(await canaries('moderator')).toEqual([])
  expect(await canaries('admin')).toContain('GET /staff/people/')
})

test('[#50] a refusal on the staff’s side changes nothing and grants nothing', async () => {
  const before = await db.$count(auditEntries)
  const path = `/staff/people/${stand.ben.handle}`
  for (const who of ['moderator', 'care', 'evaluator', 'editor', 'member', 'guest']) {
    const body = new URLSearchParams({ intent: 'assign', roles: 'admin' })
    const headers = { Cookie: await cookies[who]!(), Origin: house.origin }
    const answer = await fetch(house.origin + path, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
    })
    expect([303, 403, 404]).toContain(answer.status)
  }
  expect(await db.$count(auditEntries)).toBe(before)
})
