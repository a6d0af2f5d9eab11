import { trackBehaviour } from './behaviour.ts'
import { trackDisabled } from './disabled.ts'
import { trackErrors } from './errors.ts'
import { trackForms } from './forms/forms.ts'
import { trackHistory } from './history.ts'
import { trackKeys } from './keys.ts'
import { trackLongTasks } from './long-tasks.ts'
import { trackOverlays } from './overlays.ts'
import { trackPointer } from './pointer.ts'
import { trackRequests } from './requests.ts'
import { trackSearch } from './search.ts'
import { trackSwipes } from './swipes.ts'
import { trackThrash } from './thrash.ts'
import { trackVitals } from './vitals.ts'
import type { Scope, Tracker } from './scope.ts'

/** What comes with `more.js`, once the page has its events: nobody fills in a form in the first moments. */
export const lateTrackers: Tracker[] = [
  trackErrors,
  trackHistory,
  when(({ requested }) => requested, trackRequests),
  trackVitals,
  trackLongTasks,
  closely(trackPointer),
  trackDisabled,
  trackForms,
  trackKeys,
  trackSwipes,
  closely(trackThrash),
  trackOverlays,
  trackSearch,
  closely(trackBehaviour),
]

function when(may: (scope: Scope) => boolean, track: Tracker): Tracker {
  return (scope) => (may(scope) ? track(scope) : () => {})
}

function closely(track: Tracker): Tracker {
  return when((scope) => scope.closely, track)
}
