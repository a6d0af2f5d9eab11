import { text } from '../text/en.ts'

/** A request that failed, with a sentence a person can act on. Status 0: the server could not be reached at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    sentence: string,
  ) {
    super(sentence)
  }

  static async from(answer: Response): Promise<Problem> {
    const body: unknown = await answer.json().catch(() => null)
    return new Problem(answer.status, sentenceOf(body) ?? text.errors.status(answer.status))
  }
}

/** What to tell the person in front of the screen, whatever was thrown. */
export function sentence(thrown: unknown): string {
  return thrown instanceof Problem ? thrown.message : text.errors.unexpected
}

export const isStatus = (thrown: unknown, status: number): boolean => thrown instanceof Problem && thrown.status === status

function sentenceOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null
  const { detail, title } = body as { detail?: unknown; title?: unknown }
  if (typeof detail === 'string' && detail !== '') return detail
  return typeof title === 'string' && title !== '' ? title : null
}
