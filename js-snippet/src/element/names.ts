const STATE = /load|active|fixed|visible|focus|show|collaps|animat/
const GENERATED = /^(css|sc|jsx|emotion|MuiBox|chakra|svelte|_)|radix-|headlessui-/

/** Whether an id or class was chosen by a person and survives a release (SIGNALS 14). */
export function isStableName(name: string): boolean {
  return /^[a-z][a-z_-]{1,39}$/i.test(name) && !STATE.test(name) && !GENERATED.test(name)
}
