import { TextCursorInput } from 'lucide'
import { useLocation } from 'preact-iso'
import { useMemo } from 'preact/hooks'
import type { FormReport } from '../api/insight.ts'
import { useServices } from '../api/services.ts'
import type { Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { FilterBar } from '../sessions/FilterBar.tsx'
import { filtersOf, queryOf, searchOf } from '../sessions/filters.ts'
import { localDay } from '../sessions/localDay.ts'
import { text } from '../text/en.ts'
import { number, share } from '../text/format.ts'
import { Figures } from '../ui/Figures.tsx'
import { Blank, Bones, Failure } from '../ui/notes.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { fieldName, FieldTable } from './FieldTable.tsx'

/** How visitors get along with each form. */
export function FormsPage({ site }: { site: Site }) {
  useTitle(text.nav.forms, site.name)
  const { api, now } = useServices()
  const { url, route } = useLocation()
  const filters = useMemo(() => filtersOf(new URLSearchParams(url.split('?')[1])), [url])
  const forms = useAnswer(`forms ${site.id} ${searchOf(filters)}`, (signal) => api.forms(site.id, queryOf(filters, now()), signal))
  const words = text.owners.forms

  return (
    <div class="page">
      <PageHead title={text.nav.forms} lead={words.lead} />
      <FilterBar filters={filters} today={localDay(now())} onChange={(next) => route(`/sites/${site.id}/forms?${searchOf(next)}`)} />
      {forms.error !== null && <Failure error={forms.error} retry={forms.retry} />}
      {forms.loading && <div class="card"><Bones lines={8} /></div>}
      {forms.data?.items.length === 0 && <div class="card"><Blank icon={TextCursorInput} title={words.none}><p>{words.noneBody}</p></Blank></div>}
      {forms.data?.items.map((form) => <Form key={`${form.form} ${form.page}`} form={form} />)}
    </div>
  )
}

function Form({ form }: { form: FormReport }) {
  const words = text.owners.forms
  const said = [form.loops > 0 && words.loops(form.loops), form.cleared > 0 && words.clearedForms(form.cleared), form.overlong?.is && form.overlong.sentence].filter(Boolean)
  const of = (part: number, whole: number) => (whole > 0 ? share(part, whole) : undefined)
  return (
    <section class="stack" aria-label={words.formOn(form.page)}>
      <h2>{words.formOn(form.page)}{form.fields.length === 1 && <span class="muted"> · {fieldName(form.fields[0]!)}</span>}</h2>
      <Figures figures={[
        { name: words.views, value: number(form.views) },
        { name: words.started, value: number(form.started), basis: of(form.started, form.views) },
        { name: words.submitted, value: number(form.submitted), basis: of(form.submitted, form.started) },
        { name: words.completed, value: number(form.completed), basis: of(form.completed, form.started) },
      ]} />
      {said.length > 0 && <p class="small muted">{said.join(' · ')}</p>}
      <FieldTable fields={form.fields} />
    </section>
  )
}
