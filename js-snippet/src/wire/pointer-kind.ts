const KINDS: Record<string, number> = { 'mouse': 1, 'touch': 2, 'pen': 3 }
const KEYBOARD = 4

/** The wire's PointerKind of a press. A click without a pointer and with detail 0 came from the keyboard. */
export function pointerKind(press: { pointerType?: string; detail: number; type: string }): number {
  return KINDS[press.pointerType ?? ''] ?? (press.type === 'click' && !press.detail ? KEYBOARD : 0)
}
