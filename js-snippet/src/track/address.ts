import type { Tracker } from './scope.ts'
import { together } from './scope.ts'

/** Browsers that tell of a changed address by themselves; before Firefox 147 and Safari 26.2 they do not. */
export const navigation = (window as { navigation?: EventTarget }).navigation

/** Notices when the page changes its address. */
export const trackAddress: Tracker = ({ page, address }) => {
  const changed = () => address.fire()
  return together(
    page.listen(window, 'popstate hashchange', changed),
    navigation ? page.listen(navigation, 'currententrychange', changed) : () => {},
  )
}
