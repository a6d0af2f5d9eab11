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
  assetGap: 'A picture or font is missing',
  lost: (duration: string) => `${duration} lost`,
  tab: (number: number, of: number) => `Tab ${number} of ${of}`,
  zoomIn: 'Look closer at the time line',
  zoomAll: 'Show the whole visit on the time line',
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
  share: 'Share this moment',
  shareShort: 'Share',
  shareMeans: (at: string) => `Whoever has the link can watch this visit, from ${at} on, without an account, until the link ends or you take it back.`,
  shareFor: 'Ends after',
  shareMake: 'Make the link',
  shareCopy: 'Copy the link',
  shareLinks: 'Links that work now',
  shareLine: (at: string, until: string, by: string) => `To ${at}, until ${until}${by ? `, by ${by}` : ''}`,
  shareRevoke: 'Take back',
  shareRevokeThis: (at: string) => `Take back the link to ${at}`,
  shareOver: 'This link has ended',
  shareOverDetail: 'It was taken back, or its time is over. Ask whoever sent it for a new one.',
  days: (days: number) => (days === 1 ? '1 day' : `${days} days`),
  doings: 'More to do with this visit',
  exportRrweb: 'Export as rrweb JSON',
  alone: 'Open the player alone',
  erase: 'Delete this visit',
  eraseMeans: 'The visit goes with its recording and everything counted of it. This cannot be undone.',
  eraseYes: 'Delete it',
  keep: 'Keep it',
  erased: 'This visit was deleted',
  device: 'Device',
  keys: 'Keys',
  close: 'Close',
  scaled: (width: number, height: number, percent: number) => `${width} × ${height}${percent < 100 ? ` at ${percent} %` : ''}`,
  keyList: [
    ['Space', 'Play or pause'],
    ['← →', 'Back or forward 5 seconds'],
    ['Shift ← →', 'Previous or next event'],
    ['Home End', 'Beginning or end of the visit'],
    ['0 … 9', 'Jump to tenths of the visit'],
    ['E', 'Next error or sign of friction'],
    ['+ -', 'Time line: closer, or from farther away'],
    [', .', 'Slower or faster'],
    ['I', 'Skip idle stretches, or do not'],
    ['L', 'Show or hide what happened'],
    ['[ ]', 'Previous or next session of the list'],
    ['S', 'Share this moment'],
    ['?', 'This list'],
  ],
} as const

/** One happening, as a sentence. Labels may be absent: the visitor's side leaves out what is masked. */
export function sentence(kind: MarkKind, label: string, page: string, signal?: string | null): string {
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
    case 'error':
      return label ? `Script error: ${label}` : 'A script failed'
    case 'request':
      return label ? `Request: ${label}` : 'A request failed or was slow'
    case 'signal':
      return `${signalNames[signal ?? ''] ?? capitalised(signal ?? 'friction')}${label ? ` on ${quoted}` : ''}`
  }
}

/** Kinds of friction in words; one that is not here yet is told by its own name. */
const signalNames: Record<string, string> = {
  rage: 'Clicked again and again',
  dead: 'Clicked in vain',
  'error-click': 'A click led to an error',
  'slow-response': 'Waited for an answer',
  'slow-page': 'Waited for the page',
  thrash: 'Moved about wildly',
  'u-turn': 'Came back at once',
  'form-abandon': 'Left a form unfinished',
  'form-retry': 'Sent a form again',
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).replaceAll(/[-_]/g, ' ')

export const deadClick = 'nothing happened'

/** What is said beside the sentence: that a click led nowhere, or what it cost. */
export const aside = ({ dead, lostMs }: { dead: boolean; lostMs: number }): string => (dead ? deadClick : lostMs >= 1000 ? text.lost(span(lostMs)) : '')

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
