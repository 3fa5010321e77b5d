/** The few shapes and colours every generated face is drawn from, on a square of 40. */
const skins = ['#f6d7be', '#efc29f', '#e0a87e', '#c68a5e', '#9c6644', '#7a4c32']
const hairColours = ['#2f2320', '#4b3024', '#70452b', '#a3683a', '#cf9d58', '#8d8983']
const grounds = ['#f3d9a4', '#f0c9a8', '#cfe0b8', '#bcdcd3', '#c6d7ea', '#dccfe6', '#efc9c4']
const shirts = ['#8a4b2a', '#56683a', '#3f6571', '#a2532f', '#6b4a6e', '#9a6b1c', '#44507a']

export const body = 'M4.5 41c.8-8.2 6.5-11.5 15.5-11.500S34.7 32.8 35.5 41Z'
export const head =
  'M20 9.800c4.5 0 7.6 3.5 7.6 8.4 0 3.6-1.5 6.6-4 8.200v4.100c-1.2 2.6-6 2.6-7.2 0v-4.100c-2.5-1.6-4-4.6-4-8.2 0-4.9 3.1-8.4 7.6-8.400Z'
const eyes = 'M16.8 18.600v.1M23.2 18.600v.1'
const mouth = 'M17.2 22.400q2.8 2.3 5.6 0'
const glasses =
  'M13.9 18.600a2.8 2.8 0 1 0 5.6 0 2.8 2.8 0 1 0-5.6 0ZM20.5 18.600a2.8 2.8 0 1 0 5.6 0 2.8 2.8 0 1 0-5.6 0ZM19.4 18.200h1.2'
const beard =
  'M12.5 18.800c0 6 3 9.4 7.5 9.400s7.5-3.4 7.5-9.400c-.7 1.7-1.7 2-3 1.8-2.8-.5-6.2-.5-9 0-1.3.2-2.3-.1-3-1.800Z'

const fringe =
  'M12.2 18.500c-.6-6.3 3-9.9 8.3-9.9 4.6 0 8 3.6 7.3 9.9-3-.9-5.2-2.7-6.3-5.2-1.8 3-5.2 5-9.3 5.200Z'
const crop =
  'M12.3 17.400c-1-6.2 2.6-9.8 7.7-9.800s8.7 3.6 7.7 9.800c-.8-2.6-2.2-4-4-4h-7.400c-1.8 0-3.2 1.4-4 4Z'
const parted =
  'M20 10.600c-2 3.6-4.6 6.2-7.9 7.9-.5-6.5 2.9-10 7.9-10s8.4 3.5 7.9 10c-3.3-1.7-5.9-4.3-7.9-7.900Z'
const curls =
  'M12.4 17.600c-2.2-.9-2.2-4 0-4.8-.4-2.6 2-4.5 4.2-3.6 1.6-2.2 5.2-2.2 6.8 0 2.2-.9 4.6 1 4.2 3.6 2.2.8 2.2 3.9 0 4.8-1-2.4-2.2-3.7-3.6-3.8-1.2 1-2.8 1-4 .2-1.2.8-2.8.8-4-.2-1.4.1-2.6 1.4-3.6 3.800Z'

const bob = 'M10 25.500V18C10 11.5 14 7.6 20 7.600S30 11.5 30 18v7.500c-3 2.3-17 2.3-20 0Z'
const long = 'M9.5 33V18.500C9.5 11.7 13.7 7.6 20 7.600s10.5 4.1 10.5 10.900V33c-4 2.2-17 2.2-21 0Z'
const bun = 'M15.6 6.800a4.4 4.4 0 1 1 8.8 0 4.4 4.4 0 1 1-8.8 0Z'
const cloud =
  'M20 4.500c7.5 0 12 5 12 11.3 0 5.2-3 8.7-6.5 10.200h-11C11 24.5 8 21 8 15.8 8 9.5 12.5 4.5 20 4.500Z'

/** Hair is what lies behind the head, and what falls before it. */
const cuts: [back: string, front: string][] = [
  ['', crop],
  ['', fringe],
  ['', curls],
  [bob, fringe],
  [bob, parted],
  [long, parted],
  [long, fringe],
  [bun, parted],
  [cloud, curls],
  ['', ''],
]

/** A face as the address of a picture: always the same one for a seed. */
export function drawing(seed: number) {
  const [back, front] = pick(cuts, seed)
  const hair = pick(hairColours, seed >>> 4)
  const bearded = !back && (seed >>> 12) % 3 === 0
  const shapes = [
    shape(pick(grounds, seed >>> 18), 'M0 0h40v40H0Z'),
    back && shape(hair, back),
    shape(pick(shirts, seed >>> 22), body),
    shape(pick(skins, seed >>> 8), head),
    bearded && shape(hair, beard),
    front && shape(hair, front),
    line(2, ink, eyes),
    line(1.3, bearded ? '#f3d6c8' : ink, mouth),
    (seed >>> 15) % 4 === 0 && line(1, ink, glasses),
  ]
  const drawn = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'>${shapes.filter(Boolean).join('')}</svg>`
  return `data:image/svg+xml,${drawn.replace(/[<>#']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`
}

const ink = '#3b2320'
const shape = (fill: string, d: string) => `<path fill='${fill}' d='${d}'/>`
const line = (width: number, stroke: string, d: string) =>
  `<path fill='none' stroke='${stroke}' stroke-width='${width}' stroke-linecap='round' d='${d}'/>`

function pick<T>(from: T[], seed: number): T {
  return from[seed % from.length]!
}
