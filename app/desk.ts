import { dragCards } from './ui/desk-drag.ts'
import { listenForKeys } from './ui/desk-keys.ts'
import { keepNotes } from './ui/desk-notes.ts'
import { openHere } from './ui/desk-show.ts'
import { countDown } from './ui/desk-undo.ts'

/*
 * What the desk gains with a script: ideas open beside the list, forms go without leaving the page,
 * keys, dragging, words to begin with, a countdown. It knows no rule of the community: where an idea
 * may go stands in the page, and the server has the last word. Without it every act is a plain form.
 */
openHere()
listenForKeys()
dragCards()
keepNotes()
countDown()
