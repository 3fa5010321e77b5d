/** What was wrong with the look of a status, beside its field. */
export const lookFaults = {
  'label-it-taken': { labelIt: 'workflow:error.labelTaken' },
  'label-en-taken': { labelEn: 'workflow:error.labelTaken' },
  'private-open': { place: 'workflow:error.privateOpen' },
} as const

/** Whether an action refused because somebody else was faster. */
export const isStale = (errors: { message: string; name: string }[]) =>
  errors.some(({ name }) => name === 'seen')
