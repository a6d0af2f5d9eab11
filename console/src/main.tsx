import { render } from 'preact'
import { LocationProvider } from 'preact-iso'
import { App } from './App.tsx'
import { keptTheme, showTheme } from './shell/theme.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/pieces.css'
import './styles/home.css'
import './styles/shell.css'
import './styles/sites.css'
import './styles/sessions.css'
import './styles/rules.css'
import './styles/heat.css'

showTheme(keptTheme())
render(
  <LocationProvider>
    <App />
  </LocationProvider>,
  document.getElementById('app')!,
)
