import type { Stop } from './page.ts'

/**
 * Calls `after` when the page has called a built-in method, or a getter or setter of one (`part`). A Proxy keeps name, length, `this`, `new` and every error; once
 * stopped it only passes through, and it is taken back unless somebody else has wrapped it in the meantime.
 */
export function wrapMethod(
  owner: object | undefined,
  name: string,
  after: (self: any, args: any[], result: any) => void,
  part: 'value' | 'get' | 'set' = 'value',
): Stop {
  const before = owner && Object.getOwnPropertyDescriptor(owner, name)
  const native: unknown = before?.[part]
  if (!before || typeof native !== 'function' || !before.configurable) return () => {}
  let stopped = false
  const wrapped = new Proxy(native, {
    apply(method, self, args) {
      const result = Reflect.apply(method as () => unknown, self, args)
      if (!stopped) {
        try {
          after(self, args, result)
        } catch {
          // The page called a built-in, and that worked: our trouble is not its trouble.
        }
      }
      return result
    },
  })
  Object.defineProperty(owner, name, { ...before, [part]: wrapped })
  return () => {
    stopped = true
    if (Object.getOwnPropertyDescriptor(owner, name)?.[part] === wrapped) Object.defineProperty(owner, name, before)
  }
}
