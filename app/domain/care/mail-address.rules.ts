const keyLength = 32

const parted = (address: string) => {
  const at = address.lastIndexOf('@')
  return { name: address.slice(0, at).toLowerCase(), domain: address.slice(at + 1).toLowerCase() }
}

/** The address of a case: that of care, with the case's secret key in it. */
export function addressOfCase(careAddress: string, mailKey: string) {
  const { name, domain } = parted(careAddress)
  return `${name}+${mailKey}@${domain}`
}

/** Whether an address is that of care itself, or of a case of ours. */
export function isCareAddress(careAddress: string | undefined, address: string) {
  if (!careAddress) return false
  const [ours, other] = [parted(careAddress), parted(address)]
  return other.domain === ours.domain && other.name.split('+')[0] === ours.name
}

/** The keys of cases that stand in the addresses a mail was sent to, each once, ten at most. */
export function keysIn(careAddress: string | undefined, addresses: readonly string[]) {
  const ours = addresses.filter((address) => isCareAddress(careAddress, address))
  const keys = ours.map((address) => parted(address).name.split('+')[1] ?? '')
  const isKey = new RegExp(`^[0-9a-f]{${keyLength}}$`)
  return [...new Set(keys.filter((key) => isKey.test(key)))].slice(0, 10)
}
