type Told = {
  followers: number
  answer: number
  telling: number
  mails: number
  longest: number
  p95: number
}

const whole = (n: number) => Math.round(n).toLocaleString('en')

/** What was measured of a status change with very many followers, as rows of the table. */
export function tellingRows(told: Told): [what: string, figure: string, aim?: string][] {
  const of = `a status change with ${whole(told.followers)} followers`
  const waits = `${told.longest.toFixed(0)} ms, p95 ${told.p95.toFixed(0)} ms`
  return [
    [`${of}: the answer`, `${told.answer.toFixed(1)} ms`, '100 ms'],
    [`${of}: all told`, `${(told.telling / 1000).toFixed(1)} s, ${whole(told.mails)} jobs`],
    [`${of}: longest wait of another writer`, waits, '100 ms'],
  ]
}
