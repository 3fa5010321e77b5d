import { createHmac, timingSafeEqual } from 'node:crypto'

const mostAgeSeconds = 5 * 60

/** A body as another server signed it; `signature` is one of a kind. */
type Signed = { body: Buffer; signature: string }

/**
 * The body of a request that another server signed: `X-Granaio-Timestamp`, seconds since 1970, and
 * `X-Granaio-Signature`, the HMAC-SHA-256 of `timestamp.body` in hexadecimal. `forged` where it is
 * not so, or the moment is more than five minutes away.
 */
export async function signedBody(request: Request, secret: string): Promise<Signed | 'forged'> {
  const timestamp = request.headers.get('X-Granaio-Timestamp') ?? ''
  const signature = (request.headers.get('X-Granaio-Signature') ?? '').toLowerCase()
  const isPlain = /^\d{9,11}$/.test(timestamp) && /^[0-9a-f]{64}$/.test(signature)
  // Asked before the body is read: who knows nothing sends nothing large.
  if (!isPlain || Math.abs(Date.now() / 1000 - Number(timestamp)) > mostAgeSeconds) return 'forged'
  const body = Buffer.from(await request.arrayBuffer())
  const right = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest()
  return timingSafeEqual(right, Buffer.from(signature, 'hex')) ? { body, signature } : 'forged'
}
