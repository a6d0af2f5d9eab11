import type { Stall } from '../api/insight.ts'
import { text } from '../text/en.ts'
import { day } from '../text/format.ts'

const WIDTH = 96
const HEIGHT = 24

/** How many visits stalled here on each day, as small bars. One colour: height is the message. */
export function Trend({ trend, now }: { trend: Stall['trend']; now: number }) {
  if (trend.length < 2) return null
  const most = Math.max(1, ...trend.map(({ sessions }) => sessions))
  const step = WIDTH / trend.length
  return (
    <svg class="trend" width={WIDTH} height={HEIGHT} role="img" aria-label={text.stalls.trend(day(trend[0]!.from, now))}>
      {trend.map(({ from, sessions }, at) => {
        const height = sessions === 0 ? 1 : Math.max(2, (sessions / most) * HEIGHT)
        return <rect key={from} x={at * step} y={HEIGHT - height} width={Math.max(1, step - 1)} height={height} rx="1"><title>{`${day(from, now)}: ${sessions}`}</title></rect>
      })}
    </svg>
  )
}
