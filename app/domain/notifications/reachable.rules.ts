type Reachable = {
  email: string | null
  emailVerifiedAt: Date | null
  suspendedAt: Date | null
  mailPausedUntil: Date | null
}

/** Whether mails about the community reach somebody, who may have paused them, at a moment. */
export function mayBeMailed(person: Reachable, moment: Date) {
  const { email, emailVerifiedAt, suspendedAt, mailPausedUntil } = person
  const paused = mailPausedUntil && mailPausedUntil > moment
  return !!email && !!emailVerifiedAt && !suspendedAt && !paused
}
