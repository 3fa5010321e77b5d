import { listenInInbox } from './ui/case-list-keys.ts'

/* What the inbox gains with a script: keys. Everything that they do has a link or a button as well. */
listenInInbox()
