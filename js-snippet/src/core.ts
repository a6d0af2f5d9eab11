import { install } from './commands.ts'
import type { Settings } from './settings.ts'

// The server puts an object in the place of this text. The script for all sites knows everything but the site, which stands
// in its `data-site`; where the visitor has objected, nobody is asked for more.
try {
  const settings = '__SOJOURN_SETTINGS__' as unknown as Settings
  const script = document.currentScript as HTMLScriptElement | null
  const key = script?.dataset.site ?? ''
  if (settings.key || !key || (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl)
    install({ ...settings, key: settings.key ?? key }, script)
  else
    fetch(`${settings.endpoint}/s/${key}.json`, { credentials: 'omit' })
      .then((answer) => answer.json())
      .then((own) => install(own, script))
      // Without its settings the agent does not know what it may do.
      .catch(() => {})
} catch {
  // Whatever the page has done to its platform, it must not hear of it from us.
}
