import { createHmac } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { rawMail } from '../raw-mail.ts'

export const careAddress = 'care@valdoro.example'
export const careMailSecret = 'one secret of the house for its mail server'

/** A mail reaches the house the way its mail server brings it; answers what became of it. */
export async function bringMail(page: Page, wish: Parameters<typeof rawMail>[0]) {
  const raw = rawMail(wish)
  const at = Math.floor(Date.now() / 1000)
  const signature = createHmac('sha256', careMailSecret).update(`${at}.`).update(raw).digest('hex')
  const answer = await page.request.post('/hooks/mail', {
    data: raw,
    headers: {
      'Content-Type': 'message/rfc822',
      'X-Granaio-Timestamp': String(at),
      'X-Granaio-Signature': signature,
    },
  })
  expect(answer.status()).toBe(200)
  return (await answer.text()).trim()
}
