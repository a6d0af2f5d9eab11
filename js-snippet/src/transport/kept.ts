import type { Slot } from '../session/storage.ts'

// Web storage counts two bytes a letter and holds 5 MB for all of the page.
const MOST = 400_000

/** Puts batches aside, the first first, as many as there is room for: their lengths, and their bytes as letters. */
export function keep(slot: Slot, bodies: Uint8Array[]): void {
  let room = MOST
  const fitting = bodies.filter(({ length }) => (room -= length) >= 0)
  const letters = (body: Uint8Array) => Array.from(body, (byte) => String.fromCharCode(byte)).join('')
  slot.write([fitting.map(({ length }) => length).join(), ...fitting.map(letters)].join('|'))
}

/** What was put aside, once. */
export function takeKept(slot: Slot): Uint8Array[] {
  const [lengths = ''] = slot.read()?.split('|') ?? []
  let at = lengths.length + 1
  const text = slot.read() ?? ''
  slot.clear()
  return lengths
    .split(',')
    .filter(Boolean)
    .map((length) =>
      Uint8Array.from(text.slice(at, (at += +length + 1)).slice(0, +length), (letter) => letter.charCodeAt(0)),
    )
}
