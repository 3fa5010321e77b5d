export type Dot = { key: string; x: number; y: number; label: string }
export type Placed = Dot & {
  cx: number
  cy: number
  text: Box & { anchor: 'start' | 'end'; isFar: boolean }
}
type Box = { x: number; y: number; width: number; height: number }
type Sheet = { width: number; height: number; margin: number; from: number; to: number }

const letter = 7.1
const line = 15
const gap = 9

/** Where on a sheet of that size a value between `from` and `to` is drawn. */
export function onSheet({ width, height, margin, from, to }: Sheet, x: number, y: number) {
  const part = (value: number) => (value - from) / (to - from)
  return {
    cx: margin + part(x) * (width - 2 * margin),
    cy: height - margin - part(y) * (height - 2 * margin),
  }
}

const meets = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** The places in which the label of a dot may stand, the best first: beside it, above, below, farther. */
function placesFor({ cx, cy }: { cx: number; cy: number }, width: number) {
  const right = cx + gap
  const left = cx - gap - width
  const rows = [0, -13, 13, -26, 26, -40, 40, -54, 54, 68, 82]
  return rows.flatMap((dy) => {
    const place = { y: cy - line / 2 + dy, width, height: line, isFar: Math.abs(dy) > 14 }
    return [
      { ...place, x: right, anchor: 'start' as const },
      { ...place, x: left, anchor: 'end' as const },
    ]
  })
}

/**
 * Dots with a place for each label in which it covers no other label, no dot, and does not leave the
 * sheet or enter what is `kept` free; where there is none left, the place beside it.
 */
export function placed(dots: Dot[], sheet: Sheet, kept: Box[] = []): Placed[] {
  const points = apart(dots.map((dot) => ({ ...dot, ...onSheet(sheet, dot.x, dot.y) })))
  const around = ({ cx, cy }: { cx: number; cy: number }) => ({ x: cx - 8, y: cy - 8 })
  const taken: Box[] = [
    ...kept,
    ...points.map((point) => ({ ...around(point), width: 16, height: 16 })),
  ]
  const fits = (box: Box) =>
    box.x >= 2 &&
    box.x + box.width <= sheet.width - 2 &&
    box.y >= 2 &&
    box.y + box.height <= sheet.height - 2 &&
    !taken.some((other) => meets(box, other))
  return points.map((point) => {
    const places = placesFor(point, point.label.length * letter + 2)
    const text = places.find(fits) ?? places[0]!
    taken.push(text)
    return { ...point, text }
  })
}

/** Dots of the same place stand side by side, so that each can be seen. */
function apart<P extends { cx: number; cy: number }>(points: P[]) {
  const done: P[] = []
  for (const point of points) {
    const moved = { ...point }
    while (done.some(({ cx, cy }) => Math.hypot(cx - moved.cx, cy - moved.cy) < 15)) moved.cx += 15
    done.push(moved)
  }
  return done
}
