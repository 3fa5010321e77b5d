const written = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/

/** The wall clock of `zone` at a moment, as a form writes it: `2027-03-28T09:00`. */
export function writtenIn(zone: string, moment: Date) {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(moment)
  return text.replace(' ', 'T')
}

/**
 * The moment at which the wall clock of `zone` shows `local` (`2027-03-28T09:00`). An hour that
 * comes twice is the first of the two; one that is left out is as much later as the clock jumps.
 * `undefined` for what is no date.
 */
export function momentIn(zone: string, local: string): Date | undefined {
  const match = written.exec(local)
  if (!match) return undefined
  const asUtc = Date.parse(`${local}:00Z`)
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== local) return undefined
  const hour = 3_600_000
  const offsets = [asUtc - 24 * hour, asUtc + 24 * hour].map((near) => offsetAt(zone, near))
  const moments = offsets.map((offset) => asUtc - offset).sort((one, other) => one - other)
  const right = moments.find((moment) => writtenIn(zone, new Date(moment)) === local)
  // Of a left-out hour neither offset is right; the one of before the jump leads to after it.
  return new Date(right ?? asUtc - offsets[0]!)
}

const offsetAt = (zone: string, moment: number) => {
  const minute = 60_000
  const flat = Math.floor(moment / minute) * minute
  return Date.parse(`${writtenIn(zone, new Date(flat))}:00Z`) - flat
}
