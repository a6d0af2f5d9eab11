import type { Fingerprint } from '../api/types.ts'

export interface ElementBox {
  x: number
  y: number
  width: number
  height: number
  fixed: boolean
}

export interface RecordedPage {
  readonly element: HTMLIFrameElement
  load(events: ArrayBuffer, at: number): Promise<unknown>
  boxes(fingerprints: Fingerprint[]): Promise<(ElementBox | null)[]>
  fullHeight(): Promise<{ width: number; height: number }>
  destroy(): void
}

/** Stands in until the player is merged: an empty page on which nothing is found. */
export function createRecordedPage(container: HTMLElement, name: string): RecordedPage {
  const element = document.createElement('iframe')
  element.name = name
  container.append(element)
  return {
    element,
    load: async () => undefined,
    boxes: async (fingerprints) => fingerprints.map(() => null),
    fullHeight: async () => ({ width: element.clientWidth, height: element.clientHeight }),
    destroy: () => element.remove(),
  }
}
