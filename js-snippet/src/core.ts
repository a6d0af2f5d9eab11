import { install } from './commands.ts'
import type { Settings } from './settings.ts'

// The server puts an object in the place of this text. Without one there is nothing to do.
install('__SOJOURN_SETTINGS__' as unknown as Settings, document.currentScript as HTMLScriptElement | null)
