import { expect, test } from 'vitest'
import {
  capital,
  pointIconOf,
  pointIcons,
  pointsText,
  signedPointsText,
} from '#app/domain/points/noun.rules.ts'
import { pointDefaults } from '#app/domain/site/point-settings.rules.ts'
import { iconNames } from '#app/ui/icons.ts'

const noun = pointDefaults.pointNoun

test('points read as their house calls them, one or many, in both languages', () => {
  const said = (n: number) => [pointsText(n, noun, 'it'), pointsText(n, noun, 'en')]
  expect(said(0)).toEqual(['0\u00a0chicchi di grano', '0\u00a0grains of wheat'])
  expect(said(1)).toEqual(['1\u00a0chicco di grano', '1\u00a0grain of wheat'])
  expect(said(1234)).toEqual(['1.234\u00a0chicchi di grano', '1,234\u00a0grains of wheat'])
  expect(said(-1)).toEqual(['−1\u00a0chicco di grano', '−1\u00a0grain of wheat'])
})

test('what was given or taken has its sign, a true minus and never a plus before nothing', () => {
  const said = (n: number) => signedPointsText(n, noun, 'it').split('\u00a0')[0]
  expect([5, -1500, 0].map(said)).toEqual(['+5', '−1.500', '0'])
})

test('another noun is another noun everywhere, and begins a title with a capital', () => {
  const stars = {
    one: { it: 'stella', en: 'star' },
    many: { it: 'stelle', en: 'stars' },
    icon: 'star',
  }
  expect(pointsText(2, stars, 'it')).toBe('2\u00a0stelle')
  expect(capital('étoiles')).toBe('Étoiles')
})

test('every icon that a house can choose is drawn, and one that is not is wheat', () => {
  expect(pointIcons.filter((icon) => !(iconNames as readonly string[]).includes(icon))).toEqual([])
  expect([pointIconOf('cookie'), pointIconOf('coin')]).toEqual(['cookie', 'wheat'])
})
