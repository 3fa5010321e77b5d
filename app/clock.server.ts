/** Time is a visitor too. */
export function startClock() {
  return { stop: async () => {} }
}
