import { install } from './commands.ts'
import type { Settings } from './settings.ts'

// The server puts an object in the place of this text. Without one there is nothing to do.
try {
  install('__SOJOURN_SETTINGS__' as unknown as Settings, document.currentScript as HTMLScriptElement | null)
} catch {
  // Whatever the page has done to its platform, it must not hear of it from us.
}
