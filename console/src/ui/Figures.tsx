import type { ComponentChildren } from 'preact'

export interface Figure {
  name: string
  value: ComponentChildren
  /** What the number rests on: its sample, its interval, its change. */
  basis?: ComponentChildren
}

/** A few numbers side by side. More than six belong into a table. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl class="figures">
      {figures.map(({ name, value, basis }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {basis && <dd class="basis">{basis}</dd>}
        </div>
      ))}
    </dl>
  )
}
