const dayMs = 86_400_000

/** Easter Sunday of a year (Gregorian), as the number of days after 1 January 1970. */
export function easterOf(year: number) {
  const known = easters.get(year)
  if (known !== undefined) return known
  const day = computed(year)
  easters.set(year, day)
  return day
}

const easters = new Map<number, number>()

/** The rule of Meeus, Jones and Butcher. */
function computed(year: number) {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const leap = Math.floor(century / 4)
  const drift = Math.floor((century + 8) / 25)
  const moon = (19 * golden + century - leap - Math.floor((century - drift + 1) / 3) + 15) % 30
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451)
  const at = moon + sunday - 7 * late + 114
  return Date.UTC(year, Math.floor(at / 31) - 1, (at % 31) + 1) / dayMs
}
