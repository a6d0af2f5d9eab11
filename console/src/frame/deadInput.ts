// The replay is looked at, not used. The frame is inert in the console already; this holds where it is opened by itself.
const EVENTS = [
  'click', 'auxclick', 'dblclick', 'contextmenu', 'mousedown', 'pointerdown', 'touchstart', 'keydown', 'keypress', 'beforeinput',
  'submit', 'reset', 'dragstart', 'drop', 'paste', 'cut', 'toggle',
]

/** Swallows what a viewer does before the recorded document could react to it. Wheel and touch scrolling stay. */
export function swallowInput(target: EventTarget): void {
  const swallow = (event: Event): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  for (const type of EVENTS) target.addEventListener(type, swallow, { capture: true, passive: false })
}
