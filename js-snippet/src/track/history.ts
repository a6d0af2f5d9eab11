import { wrapMethod } from '../page/wrap.ts'
import { navigation } from './address.ts'
import { together } from './scope.ts'
import type { Tracker } from './scope.ts'

/** Notices what the page does to its address where the browser does not tell. */
export const trackHistory: Tracker = ({ address }) => {
  const changed = () => address.fire()
  return navigation
    ? () => {}
    : together(
        wrapMethod(History.prototype, 'pushState', changed),
        wrapMethod(History.prototype, 'replaceState', changed),
      )
}
