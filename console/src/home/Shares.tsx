import { number } from '../text/format.ts'

interface Props {
  title: string
  parts: readonly { name: string; value: number }[]
  whole: number
}

/** What share of a whole each part is, the largest first. Parts may overlap. */
export function Shares({ title, parts, whole }: Props) {
  return (
    <section class="card panel" aria-label={title}>
      <h2>{title}</h2>
      <dl class="shares">
        {[...parts].sort((one, other) => other.value - one.value).map(({ name, value }) => (
          <>
            <dt>{name}</dt>
            <dd><span class="bar"><span style={{ width: `${Math.min(100, (value / Math.max(1, whole)) * 100)}%` }} /></span></dd>
            <dd class="number">{number(value)}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}
