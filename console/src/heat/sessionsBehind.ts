import type { ClickMap, HeatElement } from '../api/types.ts'

/** The list of the sessions a map, or one element of it, was made of. */
export function sessionsBehind(site: string, { page, device }: Pick<ClickMap, 'page' | 'device'>, element?: HeatElement): string {
  const search = new URLSearchParams({ device, where: `page:is:${page}` })
  if (element) search.append('where', `element:is:${element.selector}`)
  return `/sites/${site}/sessions?${search}`
}
