/** Whether letters are being typed somewhere: then no key is a command. */
export const isTyping = (element: Element | null) =>
  !!element?.matches(
    'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]',
  )

/** Whether an event is one key by itself, and no dialog is in the way. */
export const isOneKey = (event: KeyboardEvent) =>
  ![event.ctrlKey, event.metaKey, event.altKey, event.isComposing].includes(true) &&
  !document.querySelector('dialog[open]')
