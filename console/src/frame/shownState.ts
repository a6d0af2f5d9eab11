// What a page shows but does not write into its markup: docs/playback.md, "State as attributes".
import { EMPTY_PICTURE, giveInlineBoxItsSize, lookMissing, setBoxSide } from './boxStyle.ts'
import * as native from './native.ts'
import { setSheetText } from './sheets.ts'

/** Work that needs the element to be in the document; done when the program that asked for it is over. */
export type Later = (work: () => void) => void

export interface StateSetter {
  (element: Element, name: string, value: string | null): void
}

/** Takes care of every `=name`. Names of a newer agent are ignored: better a small loss than none of the picture. */
export function createStateSetter(later: Later, rememberScroll: (element: Element, axis: 'x' | 'y', to: number) => void): StateSetter {
  return (element, name, value) => {
    const on = value === '1'
    switch (name) {
      case '=value':
        if (element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type !== 'file')) element.value = value ?? ''
        return
      case '=checked':
        if (element instanceof HTMLInputElement) element.checked = on
        return
      case '=indeterminate':
        if (element instanceof HTMLInputElement) element.indeterminate = on
        return
      case '=selected':
        if (element instanceof HTMLOptionElement) element.selected = on
        return
      case '=css':
        setSheetText(element, value)
        return
      case '=x':
      case '=y':
        rememberScroll(element, name === '=x' ? 'x' : 'y', Number(value) || 0)
        return
      case '=width':
      case '=height':
        setBoxSide(element, name === '=width' ? 'width' : 'height', value)
        if (standsIn(element)) standIn(element, later)
        return
      case '=modal':
        later(() => showDialog(element, on))
        return
      case '=popover':
        later(() => showPopover(element, on))
        return
      case '=blocked':
        lookMissing(element, on ? 'hatch' : null)
        if (on) later(() => giveInlineBoxItsSize(element))
        return
      case '=gap':
        if (value !== null && value !== 'css' && (element instanceof HTMLImageElement || standsIn(element))) standIn(element, later)
    }
  }
}

const standsIn = (element: Element): boolean =>
  /^(img|canvas|video|audio|iframe|x-unknown|image)$/.test(native.localNameOf(element)) && !native.hasAttribute(element, 'src')

function standIn(element: Element, later: Later): void {
  lookMissing(element, element instanceof HTMLImageElement ? 'picture' : 'hatch')
  if (element instanceof HTMLImageElement) native.setAttribute(element, 'src', EMPTY_PICTURE)
  else later(() => giveInlineBoxItsSize(element))
}

function showDialog(element: Element, on: boolean): void {
  if (!(element instanceof HTMLDialogElement) || !native.isConnected(element)) return
  // A dialog shown beside the page is open too; closing it would take that away.
  if (!on) return element.matches(':modal') ? element.close() : undefined
  // showModal refuses a dialog that its markup already shows.
  native.removeAttribute(element, 'open')
  // A modal dialog takes the focus, out of the console and into the frame. An inert one cannot.
  const { inert } = element
  element.inert = true
  element.showModal()
  element.inert = inert
}

function showPopover(element: Element, on: boolean): void {
  if (!(element instanceof HTMLElement) || !native.isConnected(element) || !native.hasAttribute(element, 'popover')) return
  if (on !== element.matches(':popover-open')) element.togglePopover(on)
}
