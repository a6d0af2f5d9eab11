interface Props {
  site: string
  session: string
  at: number | 'end'
  onMoment?: (at: number) => void
}

/** Stands in until the player is merged: the player's own page. */
export function Player({ site, session, at }: Props) {
  return <iframe title="player" src={`/player?site=${site}&session=${session}&at=${at}`} style={{ border: 0 }} />
}
