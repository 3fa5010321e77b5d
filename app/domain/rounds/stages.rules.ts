/** The status from which a round takes its ideas in, and the one in which it weighs them: both structural. */
export const stages = { line: 'shortlisted', review: 'evaluating' } as const
