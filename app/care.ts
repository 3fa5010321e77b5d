import { keepWords } from './ui/case-draft.ts'
import { listenForCaseKeys } from './ui/case-keys.ts'
import { keepPanel } from './ui/case-panel-open.ts'
import { askWhoIsHere } from './ui/case-presence.ts'
import { countDown } from './ui/desk-undo.ts'

/*
 * What the page of a case gains with a script: words that keep themselves, keys, who else is here, a
 * countdown. Without it every one of these has a plain way, and the server has the same last word.
 */
keepWords()
listenForCaseKeys()
askWhoIsHere()
keepPanel()
countDown()

// The page that answers a form is morphed into this one: the countdown begins anew with it.
const desk = document.getElementById('desk')
if (desk)
  new MutationObserver(() => document.dispatchEvent(new CustomEvent('desk:shown'))).observe(desk, {
    subtree: true,
    attributeFilter: ['data-left'],
  })
