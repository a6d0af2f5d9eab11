import { ArrowDown, Bug, CircleX, File, Flag, Frown, Globe, MousePointerClick, Pause, Send, TextCursorInput, TriangleAlert } from 'lucide'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../ui/Icon.tsx'
import type { Playback } from './playback.ts'
import { indexAt, leadInto, type Happening } from './story.ts'
import { aside, clockTime, text } from './text.ts'
import { useSelected } from './usePlayback.ts'

const ICONS: Record<Happening['kind'], typeof File> = {
  page: File, click: MousePointerClick, input: TextCursorInput, submit: Send, scroll: ArrowDown, goal: Flag, idle: Pause, gap: TriangleAlert, error: Bug, request: Globe, signal: Frown,
}

/** What happened, line by line, in step with the picture. */
export function StoryPanel({ playback, story }: { playback: Playback; story: readonly Happening[] }) {
  const list = useRef<HTMLOListElement>(null)
  const current = useSelected(playback, ({ ms }) => indexAt(story, ms))
  useEffect(() => keepInSight(list.current, current), [current])

  return (
    <aside class="player-story" aria-label={text.story}>
      <h2>{text.story}</h2>
      {story.length === 0 && <p class="muted">{text.empty}</p>}
      <ol ref={list}>
        {story.map((each, i) => <Line key={i} happening={each} current={i === current} seek={() => playback.seek(leadInto(each))} />)}
      </ol>
    </aside>
  )
}

function Line({ happening, current, seek }: { happening: Happening; current: boolean; seek: () => void }) {
  const { kind, dead, atMs, sentence, detail } = happening
  const more = aside(happening)
  // A mouse press does not need the focus, and without it the space bar plays on.
  const onClick = (event: MouseEvent): void => {
    seek()
    if (event.detail > 0) (event.currentTarget as HTMLElement).blur()
  }
  return (
    <li class={`is-${kind}${dead ? ' is-dead' : ''}`}>
      <button type="button" aria-current={current ? 'true' : undefined} onClick={onClick}>
        <span class="number muted">{clockTime(atMs)}</span>
        <Icon name={dead ? CircleX : ICONS[kind]} size={14} />
        <span class="player-what">
          <span>{sentence}</span>
          {more && <span class="player-dead">{more}</span>}
          {detail && <span class="player-detail">{detail}</span>}
        </span>
      </button>
    </li>
  )
}

/** Scrolls the list only: scrollIntoView would move the whole page along. */
function keepInSight(list: HTMLOListElement | null, index: number): void {
  const line = list?.children[index]
  if (!list || !(line instanceof HTMLElement)) return
  const top = line.offsetTop - list.offsetTop
  if (top < list.scrollTop || top + line.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = top - list.clientHeight / 3
}
