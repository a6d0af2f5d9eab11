import { Keyboard, LogOut } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Me, Site } from '../api/types.ts'
import { text } from '../text/en.ts'
import { Icon } from '../ui/Icon.tsx'
import { KeySheet } from './KeySheet.tsx'
import { Navigation } from './Navigation.tsx'
import { PLACES } from './places.ts'
import { useShortcuts } from './shortcuts.ts'
import { SiteSwitcher } from './SiteSwitcher.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'

interface Props {
  me: Me
  sites: Site[]
  /** The site in the address, when the page is about one. */
  site: Site | undefined
  onLogout: () => void
  children: ComponentChildren
}

/** The frame around every page of somebody who is logged in. */
export function Shell({ me, sites, site, onLogout, children }: Props) {
  const { path, route } = useLocation()
  const [keysOpen, showKeys] = useState(false)
  const base = site ? `/sites/${site.id}` : null

  const shortcuts = useMemo(() => {
    const go = (to: string) => () => route(to)
    return {
      'g a': go('/sites'),
      ...(base && Object.fromEntries(PLACES.map((place) => [`g ${place.key}`, go(`${base}/${place.path}`)]))),
      '/': () => document.querySelector<HTMLElement>('[data-key="/"]')?.click(),
      '?': () => showKeys(true),
    }
  }, [base])
  useShortcuts(shortcuts)
  const content = useFocusOnNewPage(path)

  return (
    <div class="shell">
      <a class="skip" href="#content">{text.skip}</a>
      <header class="rail">
        <a class="brand" href="/" aria-label={text.home}>
          <img src="/mark.svg" width="24" height="24" alt="" /> <span>{text.product}</span>
        </a>
        <SiteSwitcher sites={sites} site={site} />
        <Navigation base={base} path={path} />
        <div class="rail-foot">
          <ThemeSwitch />
          <div class="row">
            <button type="button" class="button quiet square keys" title={text.keys.title} aria-label={text.keys.title} onClick={() => showKeys(true)}>
              <Icon name={Keyboard} />
            </button>
            <button type="button" class="button quiet square" title={text.logout(me.user?.email ?? '')} aria-label={text.logout(me.user?.email ?? '')} onClick={onLogout}>
              <Icon name={LogOut} />
            </button>
          </div>
        </div>
      </header>
      <main id="content" ref={content} tabIndex={-1}>{children}</main>
      <KeySheet open={keysOpen} onClose={() => showKeys(false)} />
    </div>
  )
}

/** Without a page load nothing tells a screen reader that another page is there: the focus goes to its start. */
function useFocusOnNewPage(path: string) {
  const content = useRef<HTMLElement>(null)
  const before = useRef(path)
  useEffect(() => {
    if (before.current !== path) content.current?.focus({ preventScroll: true })
    before.current = path
  }, [path])
  return content
}
