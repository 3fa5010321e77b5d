export const defaultAccent = '#e5a93c'
export const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text)

// The page's own paper and ink, in light, as hex: `tokens.css` has them as oklch.
const paper = '#fcf8f1'
const ink = '#2e2118'
const legible = 4.5
/** The accent's edge, a third of the way to ink, is then 3:1 on paper. */
const visible = 1.4
const step = 0.04

type Rgb = [number, number, number]

const rgbOf = (hex: string) =>
  [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16)) as Rgb
const hexOf = (rgb: Rgb) =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

function luminance(hex: string) {
  const [red, green, blue] = rgbOf(hex).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two colours as WCAG 2 counts it, from 1 to 21. */
export function contrast(one: string, other: string) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const mixed = (hex: string, towards: string) => {
  const other = rgbOf(towards)
  return hexOf(rgbOf(hex).map((part, i) => part + (other[i]! - part) * step) as Rgb)
}

const isTooPale = (hex: string) => contrast(hex, paper) < visible
const isLegible = (hex: string) => Math.max(contrast(hex, paper), contrast(hex, ink)) >= legible

/**
 * The nearest colour to `wanted` (`#rrggbb`) that works as accent: words in ink or paper on it are
 * legible (4.5:1), and it stands out from the page. A colour that works comes back as it is.
 */
export function fittingAccent(wanted: string) {
  let accent = wanted.toLowerCase()
  while (isTooPale(accent)) accent = mixed(accent, '#000000')
  const towards = contrast(accent, paper) > contrast(accent, ink) ? '#000000' : '#ffffff'
  while (!isLegible(accent)) accent = mixed(accent, towards)
  return accent
}
