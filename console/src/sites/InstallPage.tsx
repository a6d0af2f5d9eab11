import { EyeOff, Feather, Film } from 'lucide'
import type { Site } from '../api/types.ts'
import { text } from '../text/en.ts'
import { installMore } from '../text/install-more.ts'
import { CopyText } from '../ui/CopyText.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { IntakeStatus } from './IntakeStatus.tsx'

const CONSENT_CALL = "sojourn('consent', true)"
/** Makes `sojourn(…)` callable before the snippet has arrived. */
const QUEUE = 'window.sojourn = window.sojourn || function () { (sojourn.q = sojourn.q || []).push(arguments) }'

export function InstallPage({ site }: { site: Site }) {
  useTitle(text.nav.install, site.name)
  const bullets = [[Film, text.install.records], [EyeOff, text.install.never], [Feather, text.install.light]] as const

  return (
    <div class="page narrow">
      <div class="page-head">
        <h1>{text.install.title(site.name)}</h1>
      </div>
      <IntakeStatus site={site} />
      <section class="card stack site-form">
        <h2>{text.install.paste}</h2>
        <p class="muted">{text.install.where}</p>
        <CopyText code={site.snippet} label={text.install.copySnippet} />
        <ul class="bullets">
          {bullets.map(([icon, sentence]) => <li key={sentence}><Icon name={icon} size={17} /> <span>{sentence}</span></li>)}
        </ul>
      </section>
      {site.consent === 'required' && (
        <section class="card stack site-form">
          <h2>{text.install.consentTitle}</h2>
          <p class="muted">{text.install.consentBody}</p>
          <CopyText code={`${QUEUE}\n${CONSENT_CALL}`} label={text.install.copyConsent} />
          <p class="muted small">{text.install.consentBack}</p>
        </section>
      )}
      <section class="card stack site-form">
        <h2>{installMore.title}</h2>
        <p class="muted">{installMore.stub[site.consent]}</p>
        <CopyText code={`<script>${site.stub}</script>`} label={installMore.copyStub} />
        <p class="muted small">{installMore.policy} <code>'{site.stubHash}'</code></p>
        <p class="muted">{installMore.checked}</p>
        <CopyText code={site.checkedSnippet} label={installMore.copyChecked} />
      </section>
      <section class="card stack site-form">
        <div class="page-head">
          <h2>{text.install.settings}</h2>
          <a class="button" href={`/sites/${site.id}/settings`}>{text.changeSite.open}</a>
        </div>
        <dl class="facts">
          <dt>{text.addSite.address}</dt>
          <dd>{site.origins.map((origin) => <code key={origin}>{origin}</code>)}</dd>
          <dt>{text.install.consent}</dt>
          <dd>{text.consent.short[site.consent]}</dd>
          <dt>{text.install.key}</dt>
          <dd><code>{site.key}</code></dd>
        </dl>
      </section>
    </div>
  )
}
