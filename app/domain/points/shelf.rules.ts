const single = 1024
const parts = 256

/**
 * The shelf of the histogram that an amount of points stands on: one for each amount below 1,024, above
 * that 256 for each doubling. Who has more never stands on a lower one.
 */
export function shelfOf(amount: number) {
  if (amount < single) return amount
  const doublings = Math.floor(Math.log2(amount / single))
  const part = Math.floor((amount / 2 ** doublings - single) / (single / parts))
  return single + doublings * parts + part
}

/** The least amount that stands on the next shelf. */
export function shelfEnd(shelf: number) {
  if (shelf < single) return shelf + 1
  const doublings = Math.floor((shelf - single) / parts)
  const part = (shelf - single) % parts
  return (single + (part + 1) * (single / parts)) * 2 ** doublings
}
