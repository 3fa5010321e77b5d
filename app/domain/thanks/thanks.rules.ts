const day = 86_400_000

/** How long thanks can be taken back: a wrong click is noticed at once, and points are not for lending. */
export const takeBackMs = day

/** Whether thanks given at a moment can still be taken back. */
export const canTakeBack = ({ thankedAt }: { thankedAt: Date }, moment: Date) =>
  moment.getTime() - thankedAt.getTime() < takeBackMs
