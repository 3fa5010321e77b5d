const hasZone = /(Z|[+-]\d\d:?\d\d)$/

/**
 * A moment written as `2015-09-06T14:00`, with a zone of its own or in the local time of `zone`.
 * `undefined` when it is none.
 */
export function readMoment(written: string, zone = 'UTC') {
  const iso = written.trim().replace(' ', 'T')
  if (!/^\d{4}-\d\d-\d\d(T\d\d(:\d\d)*(\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$/.test(iso)) return undefined
  const whole = /T\d\d$/.test(iso) ? `${iso}:00` : iso
  const asUtc = new Date(hasZone.test(whole) || !whole.includes('T') ? whole : `${whole}Z`)
  if (Number.isNaN(asUtc.getTime())) return undefined
  return hasZone.test(whole) ? asUtc : fromLocal(asUtc, zone)
}

/** The clock of a zone is asked twice: the first answer may lie on the other side of a change of the hour. */
function fromLocal(asUtc: Date, zone: string) {
  const guess = new Date(asUtc.getTime() - offsetOf(asUtc, zone))
  return new Date(asUtc.getTime() - offsetOf(guess, zone))
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string) {
  const known = clocks.get(zone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  clocks.set(zone, clock)
  return clock
}

/** How far the clocks of `zone` are ahead of UTC at a moment, in milliseconds. */
function offsetOf(moment: Date, zone: string) {
  if (zone === 'UTC') return 0
  const seconds = Math.floor(moment.getTime() / 1000) * 1000
  return Date.parse(`${clockOf(zone).format(moment).replace(' ', 'T')}Z`) - seconds
}
