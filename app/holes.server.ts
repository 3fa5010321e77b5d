import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { db, readOnly } from '#db/database.server.ts'
import { ownAmong, stancesAmong } from './domain/comments/useful.server.ts'
import { followsAmong } from './domain/follows/follow.server.ts'
import { headerFigures } from './domain/notifications/header.server.ts'
import { votesAmong } from './domain/votes/vote.server.ts'
import { isStaff, may } from './domain/identity/viewer.rules.ts'
import type { Permission } from './domain/identity/permission.rules.ts'
import { speakers } from './messages/i18n.ts'
import { Avatar } from './ui/avatar.tsx'
import { placeHoles } from './board-holes.server.ts'
import { balanceHole, purseOf, standingHoles } from './reward-holes.server.ts'
import type { Filler } from './web/holes.server.ts'

const onOff = (on: boolean) => ({ is: on ? 'on' : 'off' })

/** Who fills the personal parts of pages: one question for each kind of hole on a page. */
export const fillers: Record<string, Filler> = {
  async viewer({ viewer, locale }) {
    if (!viewer) return () => ({ is: 'guest' })
    const { unread: n, available } = await headerFigures(db, viewer.id)
    const unread = n > 99 ? '99+' : String(n)
    const tokens = { name: viewer.displayName, handle: viewer.handle, unread }
    const face = renderToStaticMarkup(createElement(Avatar, { person: viewer, size: 34 }))
    // The staff gather no points.
    const purse = isStaff(viewer) ? '' : await purseOf(available, locale)
    return () => ({ is: 'member', tokens, pieces: { face, purse } })
  },
  async notice({ locale }, _ids, notice) {
    const said: object = speakers[locale].getResource(locale, 'common', 'notice')
    // The cookie may name what every object has, such as `constructor`.
    if (!notice || !Object.hasOwn(said, notice)) return () => undefined
    const text = (speakers[locale].t as (key: string) => string)(`common:notice.${notice}`)
    return () => ({ is: 'some', tokens: { text } })
  },
  // A page that is kept for everybody outlives the mode, so it is never kept with the banner.
  async readonly({ reading }, _ids, notice) {
    const on = !reading && (!!readOnly() || notice === 'not-kept')
    return () => (on ? { is: 'on' } : undefined)
  },
  async reference({ id }) {
    return () => (id ? { is: 'some', tokens: { id } } : undefined)
  },
  async can({ viewer }) {
    return (permission) => onOff(may(viewer, permission as Permission))
  },
  async own({ viewer }) {
    return (personId) => onOff(viewer?.id === personId)
  },
  async vote({ viewer }, ideaIds) {
    const mine = viewer ? await votesAmong(db, viewer.id, ideaIds) : new Set()
    return (ideaId) => onOff(mine.has(ideaId))
  },
  async follow({ viewer }, ideaIds) {
    const mine = viewer ? await followsAmong(db, viewer.id, ideaIds) : new Set()
    return (ideaId) => onOff(mine.has(ideaId))
  },
  async useful({ viewer }, commentIds) {
    const mine = viewer ? await stancesAmong(db, viewer.id, commentIds) : new Map()
    return (id) => (mine.get(id) === 'own' ? { is: 'own' } : onOff(mine.get(id) === 'marked'))
  },
  async editable({ viewer }, commentIds) {
    const mine = viewer ? await ownAmong(db, viewer.id, commentIds) : new Map()
    return (id) => (mine.get(id) === 'own' ? { is: 'own' } : onOff(mine.has(id)))
  },
  reward: standingHoles,
  balance: balanceHole,
  place: placeHoles,
}
