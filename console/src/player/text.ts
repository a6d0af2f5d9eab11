import type { MarkKind } from './recording.ts'

/** Every word the player says. */
export const text = {
  title: 'Replay',
  loading: 'Loading the recording…',
  none: 'There is no recording of this visit',
  noneDetail: 'It was not recorded, or its recording has passed its retention time. What was counted of the visit is kept.',
  failed: 'The recording could not be loaded',
  unreachable: 'The server cannot be reached. Check that it runs and that this computer is online.',
  loggedOut: 'You are logged out. Log in and come back to this page.',
  refused: (status: number) => `The server answered ${status} and gave no reason.`,
  frameFailed: 'This part of the recording could not be shown.',
  retry: 'Try again',
  live: 'Live',
  liveDetail: 'This visit is still going on.',
  more: 'Show what came since',
  damage: 'A part of this recording could not be read; the picture may differ from what the visitor saw.',
  skipped: (duration: string) => `Skipped ${duration} in which nothing happened`,
  idle: (duration: string) => `${duration} in which nothing happened`,
  gap: 'Recording missing',
  play: 'Play',
  pause: 'Pause',
  replay: 'Play again',
  back: 'Back 5 seconds',
  forward: 'Forward 5 seconds',
  previous: 'Previous event',
  next: 'Next event',
  speed: 'Speed',
  skipIdle: 'Skip idle',
  skipIdleDetail: 'Jump over stretches in which nothing happened',
  story: 'What happened',
  showStory: 'Show what happened',
  hideStory: 'Hide what happened',
  empty: 'No pages, clicks or inputs were counted in this visit.',
  timeline: 'Moment in the visit',
  ofTime: (at: string, whole: string) => `${at} of ${whole}`,
  keys: 'Keys',
  close: 'Close',
  scaled: (width: number, height: number, percent: number) => `${width} × ${height}${percent < 100 ? ` at ${percent} %` : ''}`,
  keyList: [
    ['Space', 'Play or pause'],
    ['← →', 'Back or forward 5 seconds'],
    ['Shift ← →', 'Previous or next event'],
    ['Home End', 'Beginning or end of the visit'],
    ['0 … 9', 'Jump to tenths of the visit'],
    [', .', 'Slower or faster'],
    ['I', 'Skip idle stretches, or do not'],
    ['L', 'Show or hide what happened'],
    ['?', 'This list'],
  ],
} as const

/** One happening, as a sentence. Labels may be absent: the visitor's side leaves out what is masked. */
export function sentence(kind: MarkKind, label: string, page: string): string {
  const quoted = label ? `“${label}”` : ''
  switch (kind) {
    case 'page':
      return label || page
    case 'click':
      return quoted ? `Clicked ${quoted}` : 'Clicked'
    case 'input':
      return quoted ? `Typed into ${quoted}` : 'Typed into a field'
    case 'submit':
      return quoted ? `Sent ${quoted}` : 'Sent a form'
    case 'scroll':
      return 'Scrolled'
    case 'goal':
      return quoted ? `Reached the goal ${quoted}` : 'Reached a goal'
  }
}

export const deadClick = 'nothing happened'

/** "0:07", "12:40", "1:02:03". */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number): string => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes}:${two(seconds % 60)}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
}

/** "36 s", "4 min". */
export function span(ms: number): string {
  return ms < 90_000 ? `${Math.max(1, Math.round(ms / 1000))} s` : `${Math.round(ms / 60_000)} min`
}
