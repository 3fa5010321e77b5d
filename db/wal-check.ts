import { existsSync, readFileSync } from 'node:fs'
import { endianness } from 'node:os'

const walHeader = 32
const frameHeader = 24

/** What the index beside the log remembers: how many frames were committed, and how many of them are in the file already. */
function indexOf(shm: Buffer) {
  const little = endianness() === 'LE'
  const word = (at: number) => (little ? shm.readUInt32LE(at) : shm.readUInt32BE(at))
  const size = little ? shm.readUInt16LE(14) : shm.readUInt16BE(14)
  const isWhole =
    shm.length >= 136 && shm.subarray(0, 48).equals(shm.subarray(48, 96)) && shm[12] === 1
  return {
    frames: isWhole ? word(16) : 0,
    inFile: isWhole ? word(96) : 0,
    pageSize: size === 1 ? 65_536 : size,
    salt: shm.subarray(32, 40),
  }
}

/** How many frames of a log are whole and belong to each other, by SQLite's own running sum over them. */
function wholeFrames(wal: Buffer, pageSize: number, enough: number) {
  const isBig = (wal.readUInt32BE(0) & 1) === 1
  const word = (at: number) => (isBig ? wal.readUInt32BE(at) : wal.readUInt32LE(at))
  let [one, two] = [0, 0]
  const add = (from: number, to: number) => {
    for (let at = from; at < to; at += 8) {
      one = (one + word(at) + two) >>> 0
      two = (two + word(at + 4) + one) >>> 0
    }
  }
  const says = (at: number) => wal.readUInt32BE(at) === one && wal.readUInt32BE(at + 4) === two
  add(0, 24)
  if (!says(24)) return 0
  const salt = wal.subarray(16, 24)
  for (let frame = 0; frame < enough; frame++) {
    const at = walHeader + frame * (frameHeader + pageSize)
    const end = at + frameHeader + pageSize
    if (end > wal.length || !wal.subarray(at + 8, at + 16).equals(salt)) return frame
    add(at, at + 8)
    add(at + frameHeader, end)
    if (!says(at + 16)) return frame
  }
  return enough
}

/**
 * Whether the log beside an SQLite file (`-wal`) still holds all that its index (`-shm`) knows to be
 * committed; what is missing in words, or `undefined`. SQLite itself would silently go on without.
 * It counts on `synchronous=FULL`: a frame is on disk before the index tells of it.
 */
export function lostFromLog(file: string): string | undefined {
  if (!existsSync(`${file}-shm`)) return undefined
  const shm = readFileSync(`${file}-shm`)
  if (shm.length < 136) return undefined
  const { frames, inFile, pageSize, salt } = indexOf(shm)
  if (frames <= inFile) return undefined
  if (!existsSync(`${file}-wal`)) return `its log ${file}-wal is missing`
  const wal = readFileSync(`${file}-wal`)
  if (wal.length < walHeader || !wal.subarray(16, 24).equals(salt))
    return `its log ${file}-wal is not the one it was written with`
  const whole = wholeFrames(wal, pageSize, frames)
  return whole < frames
    ? `its log ${file}-wal is cut short or damaged: ${frames - whole} of ${frames} pages are lost`
    : undefined
}
