const halfOfIpv6 = 3

/** How a network address ends whose end was forgotten. */
export const shortEnds = ['.0', '::']

/**
 * A network address without its end: of IPv4 the last number is 0, of IPv6 the first three groups are
 * left. What is no address stays nothing.
 */
export function shortened(address: string) {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (/^\d+(\.\d+){3}$/.test(plain)) return plain.replace(/\d+$/, '0')
  if (!plain.includes(':')) return ''
  const groups = plain.split('::')[0]!.split(':').filter(Boolean)
  return `${groups.slice(0, halfOfIpv6).join(':')}::`
}
