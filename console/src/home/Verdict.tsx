import type { Verification } from '../api/insight.ts'
import { useServices } from '../api/services.ts'
import type { Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { text } from '../text/en.ts'
import { Bones, Failure } from '../ui/notes.tsx'

const TONES: Record<Verification['verdict'], string> = { fixed: 'good', 'not-fixed': 'warn', worse: 'bad', 'not-enough-data': '' }

/** Whether a release did what it was said to: the same comparison, before and after. */
export function Verdict({ site, stall, release }: { site: Site; stall: string; release: string }) {
  const { api } = useServices()
  const found = useAnswer(`verdict ${site.id} ${stall} ${release}`, (signal) => api.verification(site.id, stall, release, signal))
  const words = text.stalls.stall
  if (found.error !== null) return <Failure error={found.error} retry={found.retry} />
  if (!found.data) return <Bones lines={2} />
  const { verdict, sentence, before, after } = found.data
  return (
    <div class="stack" data-verdict={verdict}>
      <p><strong>{words.verify}</strong> <span class={`badge ${TONES[verdict]}`}>{words.verdicts[verdict]}</span></p>
      <p class="small">{sentence}</p>
      <p class="small muted">{words.before}: {words.stalledOf(before.stalled, before.visits)} · {words.after}: {words.stalledOf(after.stalled, after.visits)}</p>
    </div>
  )
}
