let last: Promise<unknown> = Promise.resolve()

/**
 * One after the other in this process: whoever waits for the ledger holds no connection meanwhile, so
 * that a crowd at one reward keeps nobody else from reading.
 */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work)
  last = mine.catch(() => {})
  return mine
}
