import { render } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { keptTheme, showTheme } from '../shell/theme.ts'
import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/controls.css'
import '../styles/pieces.css'
import { createDesk } from './desk.ts'
import { Player } from './Player.tsx'
import { addressOf, sharedAddress } from './source.ts'

// The player alone: /player?site=&session=&at=, which `#at=` moves, or /player#share=TOKEN for whoever was sent a link. Paused
// there, and `<html data-ready="MS">` tells tools when the picture stands.
const query = new URLSearchParams(location.search)
const token = new URLSearchParams(location.hash.slice(1)).get('share')

function tellReady(ms: number | null): void {
  if (ms === null) delete document.documentElement.dataset['ready']
  else document.documentElement.dataset['ready'] = String(Math.round(ms))
}

function Alone() {
  const site = query.get('site') ?? ''
  const session = query.get('session') ?? ''
  const desk = useMemo(() => createDesk(site, session), [])
  return <Player address={addressOf(site, session)} desk={desk} at={useMoment()} onMoment={tellReady} onErased={() => location.reload()} />
}

/** Where the address says to stand. Whoever embeds the player changes `#at=MS`, and nothing is loaded anew. */
function useMoment(): number | 'end' {
  const inHash = (): string | null => new URLSearchParams(location.hash.slice(1)).get('at')
  const [at, setAt] = useState(inHash() ?? query.get('at'))
  useEffect(() => {
    const follow = (): void => setAt((before) => inHash() ?? before)
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return at === 'end' ? 'end' : Number(at) || 0
}

/** The moment stands in what the server knows of the link; one that works no more is told of by the player itself. */
function Shared({ token }: { token: string }) {
  const [at, setAt] = useState<number>()
  useEffect(() => {
    const path = `/api/shared/${encodeURIComponent(token)}`
    fetch(path).then(async (answer) => setAt(answer.ok ? Number((await answer.json()).atMs) || 0 : 0), () => setAt(0))
  }, [])
  return at === undefined ? null : <Player address={sharedAddress(token)} at={at} onMoment={tellReady} />
}

showTheme(keptTheme())
render(token ? <Shared token={token} /> : <Alone />, document.getElementById('player')!)
