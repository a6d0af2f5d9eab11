import { Bell, KeyRound, Pause, Play, Send, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import type { AlertChannel } from '../api/owners.ts'
import { useServices } from '../api/services.ts'
import type { Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { text } from '../text/en.ts'
import { CopyText } from '../ui/CopyText.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Blank, Bones, Failure, Note } from '../ui/notes.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { AddChannel } from './AddChannel.tsx'
import { SentAlerts } from './SentAlerts.tsx'

/** Where alerts go, and what became of them. */
export function AlertsPage({ site }: { site: Site }) {
  useTitle(text.nav.alerts, site.name)
  const { api } = useServices()
  const [changed, change] = useState(0)
  const [secret, setSecret] = useState('')
  const channels = useAnswer(`channels ${site.id} ${changed}`, (signal) => api.alertChannels(site.id, signal))
  const words = text.owners.alerts

  return (
    <div class="page">
      <PageHead title={text.nav.alerts} lead={words.lead} />
      <AddChannel site={site} onAdded={(made) => (setSecret(made), change(changed + 1))} />
      {secret && <Note tone="success" icon={KeyRound}><strong>{words.secret}</strong><p class="small">{words.secretBody}</p><CopyText code={secret} label={words.secret} /></Note>}
      {channels.error !== null && <Failure error={channels.error} retry={channels.retry} />}
      <div class="card">
        {channels.loading && <Bones lines={3} />}
        {channels.data?.items.length === 0 && <Blank icon={Bell} title={words.none}><p>{words.noneBody}</p></Blank>}
        {channels.data && channels.data.items.length > 0 && (
          <table class="table">
            <thead><tr><th>{words.kind}</th><th>{words.where}</th><th>{words.pace}</th><th></th></tr></thead>
            <tbody>{channels.data.items.map((channel) => <Channel key={channel.id} site={site} channel={channel} onChange={() => change(changed + 1)} />)}</tbody>
          </table>
        )}
      </div>
      <SentAlerts site={site} channels={channels.data?.items ?? []} />
    </div>
  )
}

function Channel({ site, channel, onChange }: { site: Site; channel: AlertChannel; onChange: () => void }) {
  const { api } = useServices()
  const words = text.owners.alerts
  const button = (label: string, icon: typeof Bell, act: () => Promise<void>) => (
    <button type="button" class="button quiet square" aria-label={label} title={label} onClick={() => act().then(onChange, onChange)}><Icon name={icon} /></button>
  )
  return (
    <tr>
      <td>{words.kinds[channel.kind]}</td>
      <td class="cut" title={channel.target}>{channel.target} {channel.paused && <span class="badge">{words.paused}</span>}</td>
      <td>{words.paces[channel.pace]}</td>
      <td class="right">
        {button(words.test, Send, () => api.testAlertChannel(site.id, channel.id))}
        {button(channel.paused ? words.resume : words.pause, channel.paused ? Play : Pause, () => api.pauseAlertChannel(site.id, channel.id, !channel.paused))}
        {button(words.remove, Trash2, () => api.removeAlertChannel(site.id, channel.id))}
      </td>
    </tr>
  )
}
