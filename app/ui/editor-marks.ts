type Mark = { before: string; after?: string; line?: true }

const marks: Record<string, Mark> = {
  bold: { before: '**', after: '**' },
  italic: { before: '_', after: '_' },
  link: { before: '[', after: '](https://)' },
  heading: { before: '## ', line: true },
  list: { before: '- ', line: true },
  quote: { before: '> ', line: true },
}

/** The six buttons over the description, and their keys. */
export function markText(form: HTMLFormElement) {
  const body = form.querySelector<HTMLTextAreaElement>('#body')!
  const buttons = [...form.querySelectorAll<HTMLButtonElement>('[data-mark]')]
  for (const button of buttons)
    button.addEventListener('click', () => mark(body, marks[button.dataset.mark!]!))
  body.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    const button = buttons.find(({ dataset }) => dataset.key && dataset.key === event.key)
    if (!button) return
    event.preventDefault()
    button.click()
  })
}

function mark(body: HTMLTextAreaElement, { before, after = '', line }: Mark) {
  body.focus()
  if (line) selectLines(body)
  const { selectionStart: from, selectionEnd: to, value } = body
  const chosen = value.slice(from, to)
  const marked = line
    ? chosen
        .split('\n')
        .map((each) => before + each)
        .join('\n')
    : before + chosen + after
  insert(body, marked)
  if (line) return
  const start = from + before.length
  body.setSelectionRange(start, start + chosen.length)
}

function selectLines(body: HTMLTextAreaElement) {
  const { selectionStart: from, selectionEnd: to, value } = body
  const end = value.indexOf('\n', to)
  body.setSelectionRange(value.lastIndexOf('\n', from - 1) + 1, end < 0 ? value.length : end)
}

// The old command is the only one that leaves the browser's own undo intact.
function insert(body: HTMLTextAreaElement, text: string) {
  if (document.execCommand('insertText', false, text)) return
  body.setRangeText(text, body.selectionStart, body.selectionEnd, 'end')
  body.dispatchEvent(new Event('input', { bubbles: true }))
}
