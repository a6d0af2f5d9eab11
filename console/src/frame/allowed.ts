// The second wall. The server has already made the recording safe; this one stands even if it has not. The third is the
// frame's own policy: no script without its nonce, no address but our own.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** What may be made under its own name. Custom elements may too: nobody defines any here. */
const HTML_ELEMENTS = words(`
  a abbr acronym address area article aside audio b bdi bdo big blockquote body br button canvas caption center cite code col
  colgroup data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6
  head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee menu meta meter nav noscript
  ol optgroup option output p picture pre progress q rp rt ruby s samp script search section select slot small source span strike
  strong style sub summary sup table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr`)

/** No script, no animate and set: those can write an address after the fact. */
const SVG_ELEMENTS = words(`
  a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
  feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
  feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter foreignObject g image line
  linearGradient marker mask metadata path pattern polygon polyline radialGradient rect stop style svg switch symbol text textPath
  title tspan use view`)

const MATHML_ELEMENTS = words(`
  annotation annotation-xml maction math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts
  mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics`)

const HTML_ATTRIBUTES = words(`
  abbr align alt axis bgcolor border cellpadding cellspacing charset checked cite class clear color cols colspan compact content
  controls coords datetime dir dirname disabled draggable enterkeyhint face for frame headers height hidden high hspace id inert
  inputmode is ismap kind label lang list low max maxlength media min minlength multiple muted name noshade nowrap open optimum
  part pattern placeholder playsinline popover property readonly required reversed role rows rowspan rules scope selected shape
  size slot span spellcheck start step style summary tabindex text title translate type usemap valign value vspace width wrap
  exportparts itemprop itemscope itemtype`)

const XML_ATTRIBUTES = words(`
  accent accentunder amplitude bevelled fence numalign denomalign close azimuth baseFrequency bias class clipPathUnits color columnalign columnlines columnspacing columnspan
  cx cy d depth diffuseConstant dir direction display displaystyle divisor dx dy edgeMode elevation encoding exponent fill
  filterUnits filter focusable fr framespacing frame fx fy gradientTransform gradientUnits height id in in2 intercept k1 k2 k3 k4
  kernelMatrix kernelUnitLength lang largeop lengthAdjust limitingConeAngle linethickness lspace markerHeight markerUnits
  markerWidth mask maskContentUnits maskUnits mathbackground mathcolor mathsize mathvariant maxsize media method minsize mode
  movablelimits notation numOctaves offset opacity open operator order orient overflow part pathLength patternContentUnits
  patternTransform patternUnits pointsAtX pointsAtY pointsAtZ points preserveAlpha preserveAspectRatio primitiveUnits r radius
  refX refY result role rotate rowalign rowlines rowspacing rowspan rspace rx ry scale scriptlevel seed separator separators slope
  slot spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles stretchy stroke style
  surfaceScale symmetric systemLanguage tableValues tabindex targetX targetY textLength title transform type values version
  viewBox visibility voffset width x x1 x2 xChannelSelector xmlns y y1 y2 yChannelSelector z`)

/** Hyphenated names are the page's own (data-, aria-, x-), or presentational in SVG, except for these. */
const ACTIVE_HYPHENATED = words('http-equiv accept-charset')

export type Markup = 'html' | 'svg' | 'mathml'

const ELEMENTS: Record<Markup, ReadonlySet<string>> = { html: HTML_ELEMENTS, svg: SVG_ELEMENTS, mathml: MATHML_ELEMENTS }
/** Stands for elements that are not in the list. */
const UNKNOWN = 'x-unknown'
const CUSTOM_ELEMENT = /^[a-z][a-z0-9._]*-[a-z0-9._-]*$/

/** The tag to make instead: the same where it is allowed, `style` for `link`, and an unknown element for the rest. */
export function safeTag(markup: Markup, tag: string): string {
  if (markup === 'html' && tag === 'link') return 'style'
  if (ELEMENTS[markup].has(tag)) return tag
  if (markup === 'html' && tag !== UNKNOWN && CUSTOM_ELEMENT.test(tag)) return tag
  return markup === 'svg' ? 'g' : markup === 'mathml' ? 'mrow' : UNKNOWN
}

/** Whether the attribute may be set as it is. Addresses are decided by safeAddress instead. */
export function isAllowedAttribute(markup: Markup, tag: string, name: string, value: string | null): boolean {
  if (/^on/i.test(name) || isScript(value ?? '')) return false
  if (name.includes('-')) return !ACTIVE_HYPHENATED.has(name.toLowerCase())
  if (markup === 'html' && tag !== UNKNOWN && CUSTOM_ELEMENT.test(tag)) return !/^(is|autofocus|contenteditable)$/i.test(name)
  return markup === 'html' ? HTML_ATTRIBUTES.has(name.toLowerCase()) : XML_ATTRIBUTES.has(name)
}

/** Our own copies, named by the hash of their content, and pictures that carry themselves. */
const PICTURE = /^(?:data:(?:image|font|audio|video)\/[\w.+-]+[;,]|\/a\/[0-9a-f]{32}\/[0-9a-f]{32}$)/

/** What `src`, `poster` or an SVG reference may be; null for everything else. */
export function safeAddress(markup: Markup, tag: string, name: string, value: string): string | null {
  const address = value.trim()
  if (name === 'src') return /^(img|input|audio|video|source|track)$/.test(tag) && PICTURE.test(address) ? address : null
  if (name === 'poster') return tag === 'video' && PICTURE.test(address) ? address : null
  if (markup !== 'svg') return null
  if (address.startsWith('#')) return /^(use|textPath|linearGradient|radialGradient|pattern|filter|feImage)$/.test(tag) ? address : null
  return /^(image|feImage)$/.test(tag) && /^(?:data:image\/(?!svg)|\/a\/[0-9a-f]{32}\/[0-9a-f]{32}$)/.test(address) ? address : null
}

/** Browsers overlook spaces and control characters in there. */
const isScript = (value: string): boolean => /^[\0- ]*j/i.test(value) && /^javascript:/i.test(value.replace(/[\0- ]/g, ''))

export const isAddress = (name: string): boolean => name === 'src' || name === 'poster' || name === 'href' || name === 'xlink:href'
