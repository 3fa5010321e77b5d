const refusals: Record<string, Record<string, string>> = {
  stale: { version: 'rewards:desk.error.stale' },
  gone: { version: 'rewards:desk.error.stale' },
  'kind-fixed': { kind: 'rewards:desk.error.kindFixed' },
  'was-taken': { state: 'rewards:desk.error.wasTaken' },
  'stock-gone': { stock: 'rewards:desk.error.stockGone' },
  'no-codes': { state: 'rewards:desk.error.noCodes' },
  'no-alt': { photoAlt: 'rewards:desk.error.noAlt' },
  'not-allowed': { version: 'rewards:desk.error.notAllowed' },
  quota: { photo: 'identity:avatar.quota' },
}

/** What the editor of a reward says of a refusal, and beside which field. */
export const refusalOf = (outcome: string) => refusals[outcome] ?? refusals.gone!
