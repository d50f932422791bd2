/** What mail may be made of. All else is taken apart (its text stays) or dropped with its contents. */

const words = (text: string) => new Set(text.trim().split(/\s+/))

export const allowedElements = words(`
  a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn
  div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp
  rt ruby s samp section small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr
`)

export const voidElements = words('br col hr img wbr')

/**
 * Dropped with everything inside: code, foreign namespaces, and text that a browser reads by other rules. Elements that
 * may hold words of the message (object, video, noscript) are only taken apart: left open, they would swallow the rest.
 */
export const droppedElements = words(`
  script style template svg math iframe embed noembed noframes frameset frame title textarea select option optgroup
  datalist xmp plaintext listing source track base link meta param input keygen area
`)

const globalAttributes = words('align alt bgcolor class color dir height id lang style title valign width')

const elementAttributes: Record<string, Set<string>> = {
  a: words('href'),
  img: words('src border hspace vspace'),
  table: words('border cellpadding cellspacing rules frame summary'),
  td: words('colspan rowspan nowrap abbr headers scope'),
  th: words('colspan rowspan nowrap abbr headers scope'),
  col: words('span'),
  colgroup: words('span'),
  font: words('face size'),
  hr: words('size noshade'),
  ol: words('start type reversed'),
  ul: words('type'),
  li: words('value type'),
  time: words('datetime'),
  br: words('clear'),
  body: words('text'),
}

/** Attributes that fetch something in old HTML: never kept, but they tell that the message wanted remote content. */
export const fetchingAttributes = words('background poster srcset lowsrc dynsrc')

export const isAllowedAttribute = (element: string, attribute: string): boolean =>
  globalAttributes.has(attribute) || elementAttributes[element]?.has(attribute) === true
