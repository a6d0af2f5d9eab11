import { useEffect, useRef, useState } from 'preact/hooks'
import type { Band, BandMap } from '../api/heat.ts'
import { useServices } from '../api/services.ts'
import type { Backdrop, Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { text } from '../text/en.ts'
import { number, share } from '../text/format.ts'
import { Bones, Failure } from '../ui/notes.tsx'
import { mostOf, paintBands } from './bandPainter.ts'
import { BandLegend } from './BandLegend.tsx'
import type { ReportProps } from './reportProps.ts'
import { useBackdrop } from './useBackdrop.ts'
import { useWidth } from './useWidth.ts'

const NOTHING: never[] = []
/** One band stands for ten rows of the table: a hundred lines are no reading matter. */
const ROWS = 10

/** Scroll or attention: bands down the recorded page, with the average fold, and a table of every tenth of it. */
export function BandReport({ site, kind, question, query, backdrop }: ReportProps) {
  const { api } = useServices()
  const map = useAnswer(`bands ${question}`, (signal) => api.bandMap(site.id, kind, query(), signal))
  if (map.error !== null) return <Failure error={map.error} retry={map.retry} />
  if (!map.data) return <div class="card"><Bones lines={9} label={text.heat.drawing} /></div>
  const attention = kind === 'attention'
  return (
    <div class="heat-report">
      <section class="card picture" aria-label={text.heat.bandPicture}>
        <div class="row picture-bar">
          <span class="muted small">{text.heat.foldAt(share(map.data.fold, 1), map.data.foldPx)}</span>
          <BandLegend most={mostOf(map.data.bands)} />
        </div>
        {backdrop ? <Recorded site={site} backdrop={backdrop} map={map.data} attention={attention} /> : <Bare map={map.data} attention={attention} />}
      </section>
      <BandTable map={map.data} attention={attention} />
    </div>
  )
}

function Recorded({ site, backdrop, map, attention }: { site: Site; backdrop: Backdrop; map: BandMap; attention: boolean }) {
  const host = useRef<HTMLDivElement>(null)
  const [space, setSpace] = useState<HTMLDivElement | null>(null)
  const { standing, error, retry } = useBackdrop(host, site.id, backdrop, NOTHING)
  const width = standing?.width ?? backdrop.width
  const height = standing?.height ?? backdrop.height
  const scale = Math.min(1, (useWidth(space) || width) / width)
  return (
    <>
      {error !== null && <Failure error={error} retry={retry} />}
      <div class="picture-space" ref={setSpace} role="region" tabIndex={0} aria-label={text.heat.scroll} data-ready={standing !== null}>
        <div style={{ width: `${width * scale}px`, height: `${height * scale}px`, margin: '0 auto' }}>
          <div class="picture-page" style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` }}>
            <div ref={host} aria-hidden="true" />
            {standing && <Bands map={map} attention={attention} scale={scale} />}
          </div>
        </div>
      </div>
    </>
  )
}

/** Without a recording: a page of paper. */
function Bare({ map, attention }: { map: BandMap; attention: boolean }) {
  return (
    <div class="picture-space" data-ready="true">
      <div class="picture-page bare-page"><Bands map={map} attention={attention} scale={1} /></div>
    </div>
  )
}

function Bands({ map, attention, scale }: { map: BandMap; attention: boolean; scale: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [at, setAt] = useState<number | null>(null)
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(paintBands(map.bands, mostOf(map.bands), 400), 1, 400), 0, 0)
  }, [map])
  if (map.bands.length === 0) return null
  const band = at === null ? null : map.bands[Math.min(map.bands.length - 1, Math.floor(at * map.bands.length))]!
  const small = { fontSize: `${13 / scale}px` }
  const point = (event: PointerEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect()
    setAt(Math.min(0.999, Math.max(0, (event.clientY - box.top) / box.height)))
  }
  return (
    <div class="bands" onPointerMove={point} onPointerLeave={() => setAt(null)} aria-hidden="true">
      <canvas ref={canvas} class="heat" width={1} height={400} />
      {[0.25, 0.5, 0.75].map((part) => <Mark key={part} map={map} part={part} attention={attention} style={small} />)}
      <div class="fold" style={{ top: `${map.fold * 100}%`, ...small }}><span>{text.heat.fold(map.foldPx)}</span></div>
      {band && <div class="band-here" style={{ top: `${at! * 100}%`, ...small }}><span>{said(band, attention)}</span></div>}
    </div>
  )
}

/** Where a scroll map falls below a quarter, a half, three quarters of the views. */
function Mark({ map, part, attention, style }: { map: BandMap; part: number; attention: boolean; style: { fontSize: string } }) {
  const band = map.bands.find(({ value }) => value < part)
  if (attention || !band) return null
  return <div class="reach" style={{ top: `${band.from * 100}%`, ...style }}><span>{share(part, 1)}</span></div>
}

const said = (band: Band, attention: boolean): string =>
  attention ? `${number(Math.round(band.ms / 100) / 10)} s · ${share(band.value, 1)}` : `${share(band.value, 1)} (${share(band.low, 1)} – ${share(band.high, 1)})`

function BandTable({ map, attention }: { map: BandMap; attention: boolean }) {
  const rows = Array.from({ length: ROWS }, (_, row) => map.bands.slice((row * map.bands.length) / ROWS, ((row + 1) * map.bands.length) / ROWS)).filter((bands) => bands.length > 0)
  return (
    <section class="card elements" aria-label={text.heat.bands}>
      <div class="summary"><h2>{text.heat.measured(map.views, map.measured)}</h2></div>
      <div class="elements-scroll">
        <table class="table">
          <caption class="sr-only">{text.heat.bands}</caption>
          <thead><tr><th>{text.heat.from}</th><th class="right">{attention ? text.heat.attended : text.heat.reached}</th><th class="right">{attention ? text.heat.seconds : text.heat.views}</th></tr></thead>
          <tbody>
            {rows.map((bands) => {
              const last = bands.at(-1)!
              return (
                <tr key={last.to}>
                  <td>{share(bands[0]!.from, 1)} – {share(last.to, 1)}</td>
                  <td class="right number" title={attention ? '' : text.heat.interval(share(last.low, 1), share(last.high, 1))}>{share(attention ? bands.reduce((sum, { value }) => sum + value, 0) : last.value, 1)}</td>
                  <td class="right number muted">{attention ? number(Math.round(Math.max(...bands.map(({ ms }) => ms)) / 100) / 10) : number(Math.round(last.value * map.measured))}</td>
                </tr>
              )
            })}
            {rows.length === 0 && <tr><td class="muted" colSpan={3}>{text.heat.noBands}</td></tr>}
          </tbody>
        </table>
      </div>
    </section>
  )
}
