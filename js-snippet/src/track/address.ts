import { stopAll } from '../page/page.ts'
import { wrapMethod } from '../page/wrap.ts'
import { together } from './scope.ts'
import type { Tracker } from './scope.ts'

/** Notices when the page changes its address or starts to leave for another. */
export const trackAddress: Tracker = ({ page, address }) => {
  const changed = () => address.fire()
  const stops = [page.listen(window, 'popstate hashchange', changed)]
  const navigation = (window as { navigation?: EventTarget }).navigation
  if (navigation) stops.push(page.listen(navigation, 'currententrychange', changed))
  // Only where the browser does not tell by itself (before Firefox 147, Safari 26.2).
  else
    stops.push(
      wrapMethod(History.prototype, 'pushState', changed),
      wrapMethod(History.prototype, 'replaceState', changed),
    )
  return together(() => stopAll(stops))
}
