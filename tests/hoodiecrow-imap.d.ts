declare module 'hoodiecrow-imap' {
  type Message = { raw: string; flags?: string[]; uid?: number; internaldate?: string }
  type Server = {
    listen: (port: number, host: string, done: () => void) => void
    close: (done?: () => void) => void
    appendMessage: (box: string, flags: string[], date: string | false, raw: string) => void
    getMailbox: (path: string) => { messages: Required<Message>[]; uidvalidity: number }
    server: import('node:net').Server
  }
  function hoodiecrow(options: {
    plugins?: string[]
    storage?: Record<string, { messages?: Message[]; uidvalidity?: number }>
  }): Server
  export = hoodiecrow
}
