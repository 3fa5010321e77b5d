import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Role, roles } from '#app/domain/identity/permission.rules.ts'
import { permissionsFor } from '#app/domain/identity/permission.rules.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import { shutOut } from '#app/domain/identity/standing.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { auditEntries } from '#db/schema/site.ts'
import { addressOf, furnished, type Furnished } from '#tests/furniture.ts'
import { doors, type House, openHouse } from '#tests/house.ts'
import { raw } from '#tests/raw.ts'
import { person } from '#tests/world.ts'

/**
 * What each door answers to a page's question and to an empty form: a status for everybody;
 * `members 200`, others are led to sign in; `concerned 200`, so are they, but for the suspended;
 * `own 200`, to whom the thing belongs, while other members and all staff find nothing there;
 * `judged 200`, the same of what the suspended may read, too; `guests 200`, members are led away;
 * `a.permission 200`, guests are led to sign in, members find nothing, other staff is refused.
 */
const reviewed: Record<string, [get: string, post: string]> = {
  'routes/home': ['200', '405'],
  'routes/ideas/board': ['200', '405'],
  'routes/ideas/feed': ['200', '405'],
  'routes/og': ['200', '405'],
  'routes/roadmap': ['200', '405'],
  'routes/rounds/list': ['200', '405'],
  'routes/rounds/show': ['200', '405'],
  'routes/realised': ['200', '405'],
  'routes/realised/page': ['200', '405'],
  'routes/transparency': ['200', '405'],
  'routes/transparency-csv': ['200', '405'],
  'routes/rewards/list': ['200', '405'],
  'routes/rewards/show': ['200', '405'],
  'routes/leaderboard': ['200', '405'],
  'routes/members/profile': ['200', '405'],
  'routes/legal': ['200', '405'],
  'routes/faq/list': ['200', '405'],
  'routes/faq/show': ['200', '405'],
  'routes/faq/feedback': ['200', '400'],
  'routes/contact': ['200', '400'],
  'routes/contact/suggestions': ['200', '405'],
  'routes/contact/sent': ['200', '405'],
  'routes/contact/confirm': ['410', '410'],
  'routes/rate': ['200', '400'],
  'routes/me/cases': ['members 200', '405'],
  'routes/me/cases-one': ['own 200', 'own 400'],
  'routes/me/case-replies': ['own 200', 'own 400'],
  'routes/me/case-file': ['own 200', '405'],
  'routes/staff/faq': ['faq.edit 200', '405'],
  'routes/staff/faq-new': ['faq.edit 200', 'faq.edit 400'],
  'routes/staff/faq-article': ['faq.edit 200', 'faq.edit 400'],
  'routes/staff/faq-categories': ['faq.edit 200', 'faq.edit 400'],
  'routes/staff/faq-category': ['faq.edit 200', 'faq.edit 400'],
  'routes/staff/care-file': ['care.answer 200', '405'],
  'routes/hooks/mail': ['404', '404'],
  'routes/hooks/mentions': ['404', '404'],
  'routes/staff/settings-care-mail': ['care.lead 200', '405'],
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
  'routes/images/image': ['200', '405'],
  'routes/unsubscribe': ['404', '404'],
  'routes/withdraw': ['404', '404'],
  'routes/erasure': ['404', '404'],
  'routes/missing': ['404', '404'],
  'routes/ideas/new': ['members 200', 'members 400'],
  'routes/ideas/draft': ['400', 'members 400'],
  'routes/ideas/preview': ['400', 'members 200'],
  'routes/ideas/edit': ['own 200', 'own 400'],
  'routes/ideas/vote': ['400', 'members 400'],
  'routes/ideas/follow': ['400', 'members 400'],
  'routes/ideas/comments': ['200', '400'],
  'routes/ideas/flags': ['200', '400'],
  'routes/ideas/question': ['400', 'own 303'],
  'routes/comments/useful': ['400', 'members 400'],
  'routes/comments/edit': ['members 404', 'members 404'],
  'routes/comments/flags': ['200', '400'],
  'routes/images/flags': ['200', '400'],
  'routes/members/flags': ['200', '400'],
  'routes/flags/receipt': ['200', '303'],
  'routes/comments/hiding': ['comments.hide 200', 'comments.hide 400'],
  'routes/thanks/idea': ['thanks.give 200', 'thanks.give 400'],
  'routes/thanks/comment': ['thanks.give 200', 'thanks.give 400'],
  'routes/rewards/redeem': ['members 200', 'members 400'],
  'routes/me/layout': ['members 200', '405'],
  'routes/me/points': ['members 200', 'members 400'],
  'routes/me/points-friends': ['members 200', 'members 400'],
  'routes/me/points-csv': ['members 200', '405'],
  'routes/me/rewards': ['members 200', '405'],
  'routes/me/rewards-one': ['own 200', 'members 400'],
  'routes/me/home': ['members 200', '405'],
  'routes/me/profile': ['members 200', 'members 400'],
  'routes/me/ideas': ['members 200', '405'],
  'routes/me/decision': ['own 200', 'own 400'],
  'routes/me/decision-appeal': ['own 200', 'own 400'],
  'routes/me/decision-resubmission': ['own 200', 'own 400'],
  'routes/me/votes': ['members 200', '405'],
  'routes/me/comments': ['members 200', '405'],
  'routes/me/followed': ['members 200', '405'],
  'routes/me/notifications': ['members 200', 'members 303'],
  'routes/me/notification-settings': ['members 200', 'members 400'],
  'routes/me/settings': ['members 200', 'members 303'],
  'routes/me/privacy': ['concerned 200', 'concerned 303'],
  'routes/me/privacy-copy': ['judged 200', '405'],
  'routes/me/privacy-erase': ['concerned 200', 'concerned 400'],
  'routes/me/security': ['members 200', '405'],
  'routes/me/security-password': ['members 200', 'members 400'],
  'routes/me/security-email': ['members 200', 'members 400'],
  'routes/me/proof': ['concerned 200', 'concerned 400'],
  'routes/me/devices': ['302', 'members 400'],
  'routes/me/named': ['302', 'members 303'],
  'routes/me/decisions': ['concerned 200', '405'],
  'routes/me/decisions-one': ['judged 200', 'judged 400'],
  'routes/me/merge': ['own 200', 'members 400'],
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
  'routes/staff/appeals-case': ['appeals.decide 200', 'appeals.decide 400'],
  'routes/staff/merges': ['ideas.merge 200', 'ideas.merge 404'],
  'routes/staff/merges-one': ['ideas.merge 200', 'ideas.merge 400'],
  'routes/staff/promises': ['ideas.move 200', '405'],
  'routes/staff/care': ['care.answer 200', 'care.answer 400'],
  'routes/staff/care-case': ['care.answer 200', 'care.answer 400'],
  'routes/staff/care-reply': ['care.answer 200', 'care.answer 400'],
  'routes/staff/care-note': ['care.answer 200', 'care.answer 400'],
  'routes/staff/care-macro': ['care.answer 200', 'care.answer 400'],
  'routes/staff/care-merge': ['care.answer 200', 'care.answer 400'],
  'routes/staff/care-split': ['care.answer 200', 'care.answer 400'],
  'routes/staff/care-remedies': ['care.answer 200', 'care.answer 400'],
  'routes/staff/care-links': ['care.answer 200', 'care.answer 400'],
  'routes/staff/care-remedy': ['care.answer 200', 'care.answer 400'],
  'routes/staff/care-report': ['care.answer 200', '405'],
  'routes/staff/care-report-csv': ['care.answer 200', '405'],
  'routes/staff/ideas-cases': ['care.answer 200', 'care.answer 400'],
  'routes/staff/mentions': ['mentions.triage 200', 'mentions.triage 400'],
  'routes/staff/mentions-sources': ['mentions.triage 200', '405'],
  'routes/staff/mentions-source-new': ['mentions.triage 200', 'mentions.triage 400'],
  'routes/staff/mentions-source': ['mentions.triage 200', 'mentions.triage 400'],
  'routes/staff/mentions-import': ['mentions.triage 200', 'mentions.triage 400'],
  'routes/staff/mentions-import-one': ['mentions.triage 200', 'mentions.triage 303'],
  'routes/staff/mentions-import-csv': ['mentions.triage 200', '405'],
  'routes/staff/mentions-trend': ['mentions.triage 200', '405'],
  'routes/staff/mentions-trend-csv': ['mentions.triage 200', '405'],
  'routes/staff/mentions-one': ['mentions.triage 200', 'mentions.triage 400'],
  'routes/comments/case': ['care.answer 200', 'care.answer 400'],
  'routes/staff/settings-care': ['care.lead 200', 'care.lead 400'],
  'routes/staff/settings-privacy': ['privacy.oversee 200', 'privacy.oversee 400'],
  'routes/staff/settings-topics': ['care.lead 200', 'care.lead 400'],
  'routes/staff/settings-topic': ['care.lead 200', 'care.lead 400'],
  'routes/staff/settings-sla': ['care.lead 200', 'care.lead 400'],
  'routes/staff/settings-policy': ['care.lead 200', 'care.lead 400'],
  'routes/staff/care-draft': ['care.answer 303', 'care.answer 204'],
  'routes/staff/care-presence': ['care.answer 200', '405'],
  'routes/staff/settings-macros': ['care.lead 200', 'care.lead 400'],
  'routes/staff/settings-macro': ['care.lead 200', 'care.lead 400'],
  'routes/staff/dossiers': ['dossiers.see 200', '405'],
  'routes/staff/dossiers-csv': ['dossiers.see 200', '405'],
  'routes/staff/ideas-csv': ['ideas.export 200', '405'],
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
  'routes/staff/settings-moderation': ['moderation.rules 200', 'moderation.rules 400'],
  'routes/staff/settings-words': ['moderation.rules 200', 'moderation.rules 400'],
  'routes/staff/bursts': ['moderation.decide 200', '405'],
  'routes/staff/bursts-one': ['moderation.decide 302', 'moderation.decide 400'],
  'routes/staff/moderation': ['moderation.decide 200', 'moderation.decide 400'],
  'routes/staff/moderation-undo': ['moderation.decide 302', 'moderation.decide 400'],
  'routes/staff/moderation-restore': ['moderation.decide 302', 'moderation.decide 400'],
  'routes/staff/moderation-decide': ['moderation.decide 404', 'moderation.decide 400'],
  'routes/staff/moderation-item': ['moderation.decide 200', 'moderation.decide 400'],
  'routes/staff/suspects': ['points.suspects 200', '405'],
  'routes/staff/suspects-one': ['points.suspects 200', 'points.suspects 400'],
  'routes/staff/settings-points': ['site.settings 200', '405'],
  'routes/staff/settings-points-noun': ['site.settings 200', 'site.settings 400'],
  'routes/staff/settings-points-levels': ['site.settings 200', 'site.settings 400'],
  'routes/staff/settings-points-general': ['site.settings 200', 'site.settings 400'],
  'routes/staff/settings-points-rule': ['site.settings 200', 'site.settings 400'],
  'routes/staff/rounds': ['rounds.run 200', '405'],
  'routes/staff/rounds-new': ['rounds.run 200', 'rounds.run 400'],
  'routes/staff/rounds-round': ['rounds.run 200', 'rounds.run 400'],
  'routes/staff/rounds-edit': ['rounds.run 200', 'rounds.run 400'],
  'routes/staff/rounds-decision': ['rounds.run 200', 'rounds.run 400'],
  'routes/staff/rounds-publication': ['rounds.run 200', 'rounds.run 400'],
  'routes/staff/rounds-cancellation': ['rounds.run 200', 'rounds.run 400'],
  'routes/staff/rounds-csv': ['rounds.run 200', '405'],
  'routes/staff/rewards': ['rewards.edit 200', '405'],
  'routes/staff/rewards-new': ['rewards.edit 200', 'rewards.edit 400'],
  'routes/staff/rewards-reward': ['rewards.edit 200', 'rewards.edit 400'],
  'routes/staff/rewards-codes': ['rewards.edit 200', 'rewards.edit 400'],
  'routes/staff/redemptions': ['rewards.fulfil 200', 'rewards.fulfil 400'],
  'routes/staff/redemptions-one': ['rewards.fulfil 200', 'rewards.fulfil 400'],
  'routes/staff/redemptions-csv': ['rewards.fulfil 303', 'rewards.fulfil 303'],
  'routes/staff/grants': ['points.grant 200', 'points.grant 400'],
  'routes/staff/grants-new': ['points.grant 200', 'points.grant 400'],
  'routes/staff/points': ['points.report 200', '405'],
  'routes/staff/points-csv': ['points.report 200', '405'],
  'routes/staff/objections': ['moderation.decide 200', '405'],
  'routes/staff/objections-one': ['moderation.decide 200', 'moderation.decide 400'],
  'routes/staff/audit': ['audit.see 200', '405'],
  'routes/staff/audit-csv': ['audit.see 200', '405'],
  'routes/staff/outbox': ['outbox.see 200', 'outbox.see 400'],
  'routes/staff/people': ['people.manage 200', '405'],
  'routes/staff/people-person': ['people.manage 200', 'people.manage 400'],
}

function expected(rule: string, who: string, held: Role[]) {
  const [to, status = to] = rule.split(' ') as [string, string?]
  const isIn = who !== 'guest' && who !== 'suspended'
  if (to === status) return status
  if (to === 'guests') return isIn ? '302' : status
  // Whoever is suspended reads the decisions about them, and objects; all else is shut as to a guest.
  const isLetIn = isIn || (who === 'suspended' && ['concerned', 'judged'].includes(to))
  if (!isLetIn) return 'login'
  if (to === 'own' || to === 'judged') return who === 'owner' ? status : '404'
  if (to === 'members' || to === 'concerned' || permissionsFor(held).has(to as never)) return status
  return held.length ? '403' : '404'
}

const everybody = ['guest', 'suspended', 'member', 'owner', ...roles] as const
// Whole crawls of the house: as long as a busy machine needs.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

let house: House
let stand: Furnished
let cookies: Record<string, () => Promise<string>>

const cookieOf = async ({ id }: Person) => `granaio_session=${await startSession(id, '', '')}`

beforeAll(async () => {
  house = await openHouse()
  stand = await furnished()
  const [member, out, ...staff] = await transaction(async (tx) => {
    const some = [await person(tx, 'plain'), await person(tx, 'gone')]
    for (const role of roles) some.push(await person(tx, role, [role]))
    return some
  })
  await transaction((tx) => shutOut(tx, out!.id, null))
  cookies = {
    guest: async () => '',
    // Signed in since: what a suspension ends is every session from before.
    suspended: () => cookieOf(out!),
    member: () => cookieOf(member!),
    owner: () => cookieOf(stand.ann),
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
  // Who is suspended is led to the decisions about them where others are led to sign in.
  const isLogin = /^\/(login|me\/decisions$)/.test(answer.headers.get('Location') ?? '')
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
