import { hash, verify } from '@node-rs/argon2'

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The argon2id hash of a password, taken exactly as typed. Slow on purpose: never inside a transaction. */
export const hashPassword = (password: string) => hash(password, cost)

let nobodys: Promise<string> | undefined

/**
 * True when `typed` is the password behind `passwordHash`. Where there is none, as much work is
 * done in vain, so that the time taken does not tell.
 */
export async function isPassword(passwordHash: string | null | undefined, typed: string) {
  nobodys ??= hashPassword('a door without a house')
  const right = await verify(passwordHash ?? (await nobodys), typed)
  return right && !!passwordHash
}
