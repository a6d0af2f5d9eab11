import type { ComponentChildren } from 'preact'

export interface Segment<T extends string> {
  value: T
  label: ComponentChildren
  title?: string
  disabled?: boolean
}

interface Props<T extends string> {
  name: string
  legend: string
  value: T
  segments: readonly Segment<T>[]
  onChange: (value: T) => void
}

/** A choice of one among a few, side by side: radio buttons underneath, so that arrows and screen readers work. */
export function Segments<T extends string>({ name, legend, value, segments, onChange }: Props<T>) {
  return (
    <div class="segments" role="radiogroup" aria-label={legend}>
      {segments.map((segment) => (
        <label key={segment.value} title={segment.title}>
          <input type="radio" name={name} checked={segment.value === value} disabled={segment.disabled} aria-label={segment.title} onChange={() => onChange(segment.value)} />
          {segment.label}
        </label>
      ))}
    </div>
  )
}
