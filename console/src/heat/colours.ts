export type Rgb = readonly [red: number, green: number, blue: number]

/**
 * From night violet over ember to pale yellow. Lightness only ever rises, so that the order reads without seeing hue: by colour-blind eyes, in grey, and on
 * light and dark pages alike.
 */
const STOPS: readonly Rgb[] = [
  [16, 11, 38],
  [72, 18, 104],
  [122, 28, 109],
  [171, 44, 96],
  [213, 70, 68],
  [240, 108, 36],
  [250, 158, 24],
  [250, 208, 72],
  [253, 250, 168],
]

export const STEPS = 256

/** The colour of a heat from 0 to 1. */
export function heatColour(heat: number): Rgb {
  const place = Math.min(1, Math.max(0, heat)) * (STOPS.length - 1)
  const below = Math.min(Math.floor(place), STOPS.length - 2)
  const [from, to, part] = [STOPS[below]!, STOPS[below + 1]!, place - below]
  return [mix(from[0], to[0], part), mix(from[1], to[1], part), mix(from[2], to[2], part)]
}

/** The whole scale as CSS. */
export const gradient = `linear-gradient(90deg, ${Array.from({ length: 17 }, (_, step) => `rgb(${heatColour(step / 16).join(' ')})`).join(', ')})`

/** Where `clicks` stand on the scale up to `max`: the square root, so that quiet places do not vanish beside one hot button. */
export const heatOf = (clicks: number, max: number): number => (max > 0 ? Math.sqrt(Math.min(1, Math.max(0, clicks) / max)) : 0)

export interface Tick {
  readonly clicks: number
  /** Where on the scale, 0 to 1. */
  readonly heat: number
}

/** A lone click between two pixels is nowhere whole. */
const NEARLY_WHOLE = 0.1

/** Whole numbers of clicks at their true places on the scale, none so close to the next that they could not be read. */
export function legendTicks(max: number): Tick[] {
  const wanted = [max, (max * 9) / 16, max / 4, 1].map((clicks) => Math.floor(clicks + NEARLY_WHOLE)).filter((clicks) => clicks >= 1 && clicks <= max + NEARLY_WHOLE)
  const ticks: Tick[] = []
  for (const clicks of new Set(wanted)) {
    const heat = heatOf(clicks, max)
    if (ticks.every((tick) => tick.heat - heat >= 0.14)) ticks.push({ clicks, heat })
  }
  return ticks.reverse()
}

function mix(from: number, to: number, part: number): number {
  return Math.round(from + (to - from) * part)
}
