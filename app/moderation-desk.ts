import { countDown } from './ui/desk-undo.ts'
import { listenForKeys } from './ui/moderation-keys.ts'
import { fillWords } from './ui/moderation-words.ts'

/*
 * What the moderators' desk gains with a script: keys of one letter, the house's words in the field,
 * a countdown beside what can be undone. Without it everything is a plain link or form.
 */
listenForKeys()
fillWords()
countDown()
