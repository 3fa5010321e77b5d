import { expect, test } from 'vitest'
import { isOldEnough } from '#app/domain/identity/consent.rules.ts'
import { deviceName } from '#app/domain/identity/device.rules.ts'
import { EmailForm, JoinForm } from '#app/domain/identity/join.form.ts'
import { cleanedName, handleOf } from '#app/domain/identity/name.rules.ts'
import { isGoodLength, passwordFault } from '#app/domain/identity/password.rules.ts'
import { hashPassword, isPassword } from '#app/domain/identity/password.server.ts'
import { contrast, fittingAccent } from '#app/domain/site/colour.rules.ts'

const about = { email: 'giulia.bianchi@example.org', siteName: 'Valdoro' }

test.each([
  ['7 chars', '1234567', false],
  ['8 chars', 'abcdefgh', true],
  ['64 emoji', '🥖'.repeat(64), true],
  ['256 letters', 'à'.repeat(256), true],
  ['257 letters', 'a'.repeat(257), false],
  ['200 kB', 'a'.repeat(200_000), false],
])('[#31] a password of %s', (_, password, good) => {
  expect(isGoodLength(password)).toBe(good)
})

test.each([
  ['password', 'common'],
  ['Password123!', 'common'],
  ['qwertyuiop', 'common'],
  ['juventus1897', 'common'],
  ['aaaaaaaaaaaa', 'common'],
  ['Valdoro2026', 'personal'],
  ['giulia.bianchi1', 'personal'],
  ['giulia.bianchi@example.org', 'personal'],
  ['una frase lunga assai', undefined],
  ['Valdoro makes my Sundays', undefined],
  ['  leading blanks', undefined],
])('[#31] the password %s is %s', (password, fault) => {
  expect(passwordFault(password, about)).toBe(fault)
})

test('[#31] a password is taken whole, as typed: blanks, long tails and case count', async () => {
  const long = ` ${'pane '.repeat(50)}`
  const hash = await hashPassword(long)
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await isPassword(hash, long)).toBe(true)
  expect(await isPassword(hash, long.trim())).toBe(false)
  expect(await isPassword(hash, long.slice(0, 72))).toBe(false)
})

test('whoever could still be 13 may not join', () => {
  const today = new Date('2026-11-22')
  expect(isOldEnough(2011, today)).toBe(true)
  expect(isOldEnough(2012, today)).toBe(false)
})

test.each([
  ['Giulia B.', 'giulia_b'],
  ['  Élodie   d’Été ', 'elodie_d_ete'],
  ['日本', 'member'],
  ['x'.repeat(90), 'x'.repeat(22)],
])('%s is called %s in addresses', (name, handle) => {
  expect(handleOf(name)).toBe(handle)
})

test('a display name has no control marks, no turned text and single blanks', () => {
  expect(cleanedName(' A\u0000n\u202en\u200ba \n R. ')).toBe('A n n a R.')
})

test.each([
  'a@x.it,b@x.it',
  'a@x.it\nbcc:b@x.it',
  '(comment)a@x.it',
  'group:a@x.it;',
  '"a b"@x.it',
  'a@x.it b@x.it',
  '<a@x.it>',
])('[#26] %j is not one address', (email) => {
  expect(EmailForm.safeParse({ email }).success).toBe(false)
  expect(EmailForm.safeParse({ email: [email, 'a@x.it'] }).success).toBe(false)
})

const joining = {
  email: 'a@example.org',
  password: 'una frase lunga assai',
  displayName: 'Ann',
  birthYear: '1990',
  terms: 'on',
}

test.each(['verified', 'role', 'roles', 'points', 'code', 'id', 'createdAt', 'emailVerifiedAt'])(
  '[#30] nobody brings their own %s along',
  (name) => {
    expect(JoinForm.safeParse(joining).success).toBe(true)
    expect(JoinForm.safeParse({ ...joining, [name]: 'x' }).success).toBe(false)
  },
)

test('the brand’s colour stays when it works, and is brought near when it does not', () => {
  expect(fittingAccent('#c8102e')).toBe('#c8102e')
  for (const wanted of ['#ffffff', '#fff8a0', '#808080', '#ff0000', '#00aa44', '#7f7f00']) {
    const accent = fittingAccent(wanted)
    const best = Math.max(contrast(accent, '#fcf8f1'), contrast(accent, '#2e2118'))
    expect(best, wanted).toBeGreaterThanOrEqual(4.5)
    expect(contrast(accent, '#fcf8f1'), wanted).toBeGreaterThanOrEqual(1.4)
  }
})

test('a device is called by its browser and system', () => {
  expect(deviceName('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko Firefox/140.0')).toBe(
    'Firefox, Linux',
  )
  expect(deviceName('curl/8')).toBe('')
})
