import { Monitor, Smartphone, Tablet } from 'lucide'
import type { Device } from '../api/types.ts'
import { text } from '../text/en.ts'
import { Icon } from '../ui/Icon.tsx'

const ICONS = { desktop: Monitor, mobile: Smartphone, tablet: Tablet }

export function DeviceIcon({ device }: { device: Device }) {
  return <Icon name={ICONS[device] ?? Monitor} label={text.device[device] ?? device} />
}
