/** Tells Sojourn something in the shop's own words. The snippet loads when it likes, so until then the words are queued. */
export function tell(...words) {
  window.sojourn ??= Object.assign((...later) => window.sojourn.q.push(later), { q: [] })
  window.sojourn(...words)
}
