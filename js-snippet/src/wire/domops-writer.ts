// Writes the language of docs/playback.md, and keeps its two counters.

export const enum Op {
  RESET = 1,
  INSERT = 2,
  REMOVE = 3,
  MOVE = 4,
  ATTR = 5,
  TEXT = 6,
  RULE_INSERT = 7,
  RULE_DELETE = 8,
  SHEET = 9,
  ADOPT = 10,
}

export const enum Tree {
  END = 0,
  HTML = 1,
  SVG = 2,
  MATHML = 3,
  TEXT = 4,
  COMMENT = 5,
  DOCTYPE = 6,
  DOCUMENT = 7,
  SHADOW = 8,
  TEMPLATE = 9,
}

const ABSENT = 0
const PLAIN = 1
const NUMBERED = 2
const FIRST_ENTRY = 3
// Longer strings seldom come twice, and more entries than this would make the dictionary the larger half of the agent.
const LONGEST_NUMBERED = 48
const MOST_NUMBERED = 20000

/** What was written: the numbers as they stand in a packed field of the wire, and the strings. */
export interface Program {
  code: Uint8Array
  text: string[]
}

export interface OpsWriter {
  put(...numbers: number[]): void
  string(value: string | null): void
  /** The next node id. To be called once per node described, in that order. */
  nextId(): number
  /** Starts anew: a snapshot follows. What was not taken is forgotten. */
  reset(): void
  /** What was written since the last call, or undefined when that is nothing. */
  take(): Program | undefined
  /** A rough count of the bytes waiting to be taken. */
  size(): number
}

export function createOpsWriter(): OpsWriter {
  // Numbers become bytes at once: a large page writes half a million of them, and a list would be copied once more.
  let code = new Uint8Array(1024)
  let length = 0
  let text: string[] = []
  let letters = 0
  let lastId = 0
  let entries = new Map<string, number>()

  function number(value: number) {
    if (length + 5 > code.length) {
      const grown = new Uint8Array(code.length * 2)
      grown.set(code)
      code = grown
    }
    for (; value > 127; value >>>= 7) code[length++] = (value & 127) | 128
    code[length++] = value
  }

  function reference(value: string): number {
    const known = entries.get(value)
    if (known !== undefined) return known + FIRST_ENTRY
    text.push(value)
    letters += value.length
    if (value.length > LONGEST_NUMBERED || entries.size >= MOST_NUMBERED) return PLAIN
    entries.set(value, entries.size)
    return NUMBERED
  }

  function clear() {
    length = letters = 0
    text = []
  }

  return {
    put(...numbers) {
      for (let i = 0; i < numbers.length; i++) number(numbers[i]!)
    },
    string(value) {
      number(value === null ? ABSENT : reference(value))
    },
    nextId: () => ++lastId,
    reset() {
      clear()
      lastId = 0
      entries = new Map()
      number(Op.RESET)
    },
    take() {
      if (!length) return
      const taken = { code: code.slice(0, length), text }
      clear()
      return taken
    },
    size: () => length + letters,
  }
}
