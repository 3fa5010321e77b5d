import { folded } from '../ideas/words.rules.ts'

/**
 * Finds texts that are nearly the same among very many, by MinHash and bands: A. Broder, “On the
 * resemblance and containment of documents” (1997); J. Leskovec, A. Rajaraman, J. Ullman, “Mining of
 * Massive Datasets”, chapter 3. Of each text the 40 smallest hashes, in 10 bands of 4: two texts
 * that are the same to four fifths share a band in 99 of 100 cases, to seven tenths in 94, to a tenth
 * in 1 of 1,000. What shares one is then compared whole.
 */
const [bands, rows] = [10, 4]
const shingle = 5
const [longest, fewestWords, fewestLetters] = [6_000, 8, 45]

/** From this on, 0 to 1, two texts are nearly the same. */
export const nearlySame = 0.7

const wordsIn = (text: string) => folded(text.slice(0, longest)).match(/[\p{L}\p{N}]+/gu) ?? []

/** Every five letters of a text that follow each other, blanks single; none of what is too short to tell apart. */
export function shinglesOf(text: string): Set<string> {
  const words = wordsIn(text)
  const line = words.join(' ')
  if (words.length < fewestWords || line.length < fewestLetters) return new Set()
  return new Set(
    Array.from({ length: line.length - shingle + 1 }, (_, i) => line.slice(i, i + shingle)),
  )
}

/** The same for two texts whose words are the same. */
export const sameness = (text: string) => wordsIn(text).map(hashOf).reduce(mixed, 0).toString(36)

/** What two texts share of all that they have, 0 to 1. */
export function resemblance(one: Set<string>, other: Set<string>) {
  if (!one.size || !other.size) return 0
  let shared = 0
  for (const part of one) if (other.has(part)) shared++
  return shared / (one.size + other.size - shared)
}

/** FNV-1a, 32 bits. */
function hashOf(text: string) {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Another order of the same hashes for each `seed` (the finaliser of MurmurHash3). */
function mixed(hash: number, seed: number) {
  let mix = hash ^ Math.imul(seed + 1, 0x9e3779b1)
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b)
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35)
  return (mix ^ (mix >>> 16)) >>> 0
}

/** The bands of a text, one for each: texts that are alike share some. None of what is too short. */
export function bandsOf(shingles: Set<string>): string[] {
  if (!shingles.size) return []
  const hashes = [...shingles].map(hashOf)
  const least = Array.from({ length: bands * rows }, (_, seed) =>
    hashes.reduce((min, hash) => Math.min(min, mixed(hash, seed)), 0xffffffff),
  )
  return Array.from(
    { length: bands },
    (_, band) =>
      `${band}:${least
        .slice(band * rows, (band + 1) * rows)
        .map((hash) => hash.toString(36))
        .join('.')}`,
  )
}
