type Reachable = {
  email: string | null
  emailVerifiedAt: Date | null
  suspendedAt: Date | null
  mailPausedUntil: Date | null
}

/**
 * What somebody who is shut out is told all the same, whatever they chose: what shut them out, and that
 * the copy of their data is ready.
 */
const alwaysReach = ['own-decision', 'own-objection', 'own-export']

export const reachesShutOut = (event: string) => alwaysReach.includes(event)

/** Whether a letter about a decision can be sent to whoever it shut out. */
export const mayBeTold = (person: Reachable, event: string) =>
  !!person.email && !!person.emailVerifiedAt && !!person.suspendedAt && reachesShutOut(event)

/** Whether mails about the community reach somebody, who may have paused them, at a moment. */
export function mayBeMailed(person: Reachable, moment: Date) {
  const { email, emailVerifiedAt, suspendedAt, mailPausedUntil } = person
  const paused = mailPausedUntil && mailPausedUntil > moment
  return !!email && !!emailVerifiedAt && !suspendedAt && !paused
}
