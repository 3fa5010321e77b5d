/** The headers of a mail, by lower-case name. */
export type Headers = ReadonlyMap<string, string>

const automaticSubjects =
  /^(auto(matic)?[ :-]|out of office|fuori (sede|ufficio)|risposta automatica|assenza|abwesen|réponse automatique|undeliver|mail delivery|delivery status|returned mail|mancato recapito)/i
const machines = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+-].*)?@/i

/**
 * Why nobody waits for an answer to this mail, if so: `automatic` for what a machine wrote (RFC 3834,
 * list mail, delivery reports), `loop` for one of our own that came back.
 */
export function whyUnanswered(headers: Headers, from: string, subject: string, ours: string) {
  if (headers.get('x-granaio') === ours) return 'loop'
  return isAutomatic(headers) || machines.test(from) || automaticSubjects.test(subject.trim())
    ? 'automatic'
    : undefined
}

function isAutomatic(headers: Headers) {
  const said = (name: string) => headers.get(name)?.trim().toLowerCase() ?? ''
  const submitted = said('auto-submitted')
  return (
    (submitted !== '' && submitted !== 'no') ||
    ['bulk', 'junk', 'list', 'auto_reply'].includes(said('precedence')) ||
    ['list-id', 'list-unsubscribe', 'x-autoreply', 'x-autorespond'].some((name) =>
      headers.has(name),
    ) ||
    said('return-path') === '<>' ||
    said('content-type').startsWith('multipart/report')
  )
}
