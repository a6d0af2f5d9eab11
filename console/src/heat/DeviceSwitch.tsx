import type { Device, PageVolume } from '../api/types.ts'
import { DeviceIcon } from '../sessions/DeviceIcon.tsx'
import { DEVICES } from '../sessions/filters.ts'
import { text } from '../text/en.ts'
import { number } from '../text/format.ts'
import { Segments } from '../ui/Segments.tsx'

/** One device at a time: a page is laid out differently on each, so their clicks never share a picture. */
export function DeviceSwitch({ page, device, onChoose }: { page: PageVolume; device: Device; onChoose: (device: Device) => void }) {
  const segments = DEVICES.map((value) => {
    const views = page.devices[value] ?? 0
    return {
      value,
      label: <><DeviceIcon device={value} /> <span class="number">{number(views)}</span></>,
      title: text.heat.viewsOn(text.device[value], views),
      disabled: views === 0 && value !== device,
    }
  })
  return <Segments name="heat-device" legend={text.filters.device} value={device} segments={segments} onChange={onChoose} />
}
