import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useServices } from '../api/services.ts'
import type { Backdrop, HeatElement } from '../api/types.ts'
import { createRecordedPage, type RecordedPage } from '../frame/recordedPage.ts'
import type { Placed } from './project.ts'

/** The answer ends at the moment that was asked for: everything in it belongs to the picture. */
const EVERYTHING = Number.MAX_SAFE_INTEGER
/** Sizes in CSS px of the recorded page. */
interface Standing {
  page: RecordedPage
  width: number
  height: number
}

/** Rebuilds the recorded page in `host` at its full height and finds the elements on it. */
export function useBackdrop(host: RefObject<HTMLDivElement | null>, site: string, backdrop: Backdrop, elements: readonly HeatElement[]) {
  const { api } = useServices()
  const [standing, setStanding] = useState<Standing | null>(null)
  const [placed, setPlaced] = useState<readonly Placed[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [tries, setTries] = useState(0)

  useEffect(() => {
    const stop = new AbortController()
    const page = createRecordedPage(host.current!, 'backdrop')
    const build = async () => {
      await page.load(await api.recording(site, backdrop, stop.signal), EVERYTHING)
      const full = await page.fullHeight()
      if (!stop.signal.aborted) setStanding({ page, width: page.element.offsetWidth, height: full.height })
    }
    build().catch((failure) => !stop.signal.aborted && setError(failure))
    return () => {
      stop.abort()
      setStanding(null)
      setPlaced(null)
      setError(null)
      page.destroy()
    }
  }, [site, backdrop.session, backdrop.document, backdrop.atMs, tries])

  useEffect(() => {
    if (!standing) return
    let current = true
    standing.page.boxes(elements.map(({ fingerprint }) => fingerprint)).then(
      (boxes) => current && setPlaced(elements.map((element, at) => ({ element, box: boxes[at] ?? null }))),
      (failure) => current && setError(failure),
    )
    return () => {
      current = false
    }
  }, [standing, elements])

  return { standing, placed, error, retry: () => setTries(tries + 1) }
}
