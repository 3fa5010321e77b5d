/** What was asked for, which must be there: a world that lacks it would test nothing. */
export function there<T>(thing: T | string | undefined | null, what: string) {
  if (!thing || typeof thing === 'string') throw new Error(`There is no ${what}: ${thing}`)
  return thing
}
