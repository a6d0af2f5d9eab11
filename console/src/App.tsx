import { useLocation } from 'preact-iso'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { Entrance } from './account/Entrance.tsx'
import { Enter } from './account/Enter.tsx'
import { Login } from './account/Login.tsx'
import { Setup } from './account/Setup.tsx'
import { createApi } from './api/api.ts'
import { createRequests } from './api/requests.ts'
import { ServicesProvider } from './api/services.ts'
import type { Me } from './api/types.ts'
import { useAnswer } from './api/useAnswer.ts'
import { Inside } from './Inside.tsx'
import { text } from './text/en.ts'
import { Bones, Failure } from './ui/notes.tsx'

/** Decides who is in. Whoever is not gets the log-in in place, and after it the very page they asked for. */
export function App() {
  const { path, route } = useLocation()
  const [visit, setVisit] = useState(0)
  const [signedOut, setSignedOut] = useState(false)
  const token = useTokenOfAddress()

  const services = useMemo(() => {
    const api = createApi(createRequests(fetch.bind(window), () => setSignedOut(true)))
    return { api, now: () => Date.now() }
  }, [])
  const me = useAnswer(`me ${visit}`, (signal) => services.api.me(signal))

  const enter = () => {
    setSignedOut(false)
    setVisit(visit + 1)
    if (path === '/login' || path === '/setup' || path === '/enter') route('/', true)
  }
  const logout = () => services.api.logout().then(() => setSignedOut(true), () => setSignedOut(true))

  return (
    <ServicesProvider value={services}>
      {me.data ? doorFor(me.data) : <Entrance title={text.welcome}>{me.error ? <Failure error={me.error} retry={me.retry} /> : <Bones lines={3} />}</Entrance>}
    </ServicesProvider>
  )

  function doorFor(data: Me) {
    if (path === '/enter') return <Enter token={token} onEntered={enter} />
    if (data.setup) return <Setup token={token} onEntered={enter} />
    if (!data.user || signedOut) return <Login demo={data.demo} onEntered={enter} />
    return <Inside me={data} onLogout={logout} />
  }
}

/** The secret after the #, taken out of the address at once so that it stays in no history and on no shared screen. */
function useTokenOfAddress(): string {
  const [token] = useState(() => location.hash.slice(1))
  useEffect(() => {
    if (token && /^\/(setup|enter)$/.test(location.pathname)) history.replaceState(null, '', location.pathname)
  }, [])
  return token
}
