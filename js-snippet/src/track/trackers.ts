import { trackAddress } from './address.ts'
import { trackClicks } from './clicks.ts'
import { trackEngagement } from './engagement.ts'
import { trackLifecycle } from './lifecycle.ts'
import { trackPageViews } from './page-views.ts'
import { trackResizes } from './resizes.ts'
import { trackResponses } from './responses.ts'
import { trackScrolling } from './scrolling.ts'
import type { Tracker } from './scope.ts'

/** In this order they hear of a closing page: what belongs to a page view is said before the next one begins. */
export const trackers: Tracker[] = [
  trackEngagement,
  trackScrolling,
  trackResizes,
  trackResponses,
  trackClicks,
  trackPageViews,
  trackAddress,
  trackLifecycle,
]
