import { countCharacters } from './ui/editor-count.ts'
import { showFiles } from './ui/editor-files.ts'
import { markText } from './ui/editor-marks.ts'
import { switchModes } from './ui/editor-preview.ts'
import { saveBySelf } from './ui/editor-save.ts'
import { showSimilar } from './ui/editor-typing.ts'

/*
 * What the idea form gains with a script: counts, toolbar, preview, similar ideas while typing, a
 * draft that saves itself. Without it every one of these has a plain way, and the server has the
 * same last word.
 */
const form = document.querySelector<HTMLFormElement>('form[data-editor]')

if (form) {
  for (const part of form.querySelectorAll<HTMLElement>('[data-scripted]')) part.hidden = false
  countCharacters(form)
  markText(form)
  switchModes(form)
  showSimilar(form)
  showFiles(form)
  saveBySelf(form)
}
