// What the letters of a page may look like once they leave it (SIGNALS 15.1). Lengths never tell: masks come in fives.

const DOT = '•'
// Bounded on both sides, so that a long line without an @ costs no more than its length.
const EMAIL = /[^\s@<>"'(),;:]{1,64}@[^\s@<>"'(),;:]{1,190}/g
const DIGIT = /\p{Nd}/gu
const CARD = /\d(?:[ -]?\d){12,18}/g

const fives = (length: number) => Math.ceil(length / 5)

/** The value of a field: as many dots, rounded up to a multiple of five. Empty stays empty. */
export function maskValue(value: string): string {
  return DOT.repeat(fives(value.length) * 5)
}

/** Text of which nothing may be read. It still wraps and takes about its room; blanks between elements stay. */
export function maskAll(text: string): string {
  return text.trim() ? Array(fives(text.length)).fill(DOT.repeat(4)).join(' ') + DOT : text
}

/** Text of a page: words may be read, digits and e-mail addresses may not. */
export function maskPageText(text: string): string {
  const open = text.includes('@') ? text.replace(EMAIL, (found) => maskValue(found)) : text
  return open.replace(DIGIT, '0')
}

/** Text its owner has allowed to be read: all but card numbers. */
export function maskCards(text: string): string {
  return text.replace(CARD, (run) => run.replace(/\d/g, '0'))
}
