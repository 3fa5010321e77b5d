import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/** The reference: Node's own server, sending the bytes of a file from memory. */
const [file, port] = process.argv.slice(2)
const body = readFileSync(file!)
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Encoding': 'br',
  'Content-Length': body.length,
}
createServer((_req, res) => void res.writeHead(200, headers).end(body)).listen(
  Number(port),
  '127.0.0.1',
)
