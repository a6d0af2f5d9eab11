import { render } from 'preact'
import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/controls.css'
import '../styles/pieces.css'
import { Player } from './Player.tsx'

// The player alone: /player?site=&session=&at=. Paused there, and `<html data-ready="MS">` tells tools when the picture stands.
const query = new URLSearchParams(location.search)
const at = query.get('at')

function tellReady(ms: number | null): void {
  if (ms === null) delete document.documentElement.dataset['ready']
  else document.documentElement.dataset['ready'] = String(Math.round(ms))
}

render(
  <Player site={query.get('site') ?? ''} session={query.get('session') ?? ''} at={at === 'end' ? 'end' : Number(at) || 0} onMoment={tellReady} />,
  document.getElementById('player')!,
)
