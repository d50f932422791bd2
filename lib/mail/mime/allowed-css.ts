const words = (text: string) => new Set(text.trim().split(/\s+/))

/** Properties of mail. Left out on purpose: position and its offsets, z-index, content, cursor, filter, behaviour, custom properties. */
export const allowedProperties = words(`
  background background-color background-position background-repeat background-size background-clip
  border border-bottom border-bottom-color border-bottom-left-radius border-bottom-right-radius border-bottom-style
  border-bottom-width border-collapse border-color border-left border-left-color border-left-style border-left-width
  border-radius border-right border-right-color border-right-style border-right-width border-spacing border-style
  border-top border-top-color border-top-left-radius border-top-right-radius border-top-style border-top-width
  border-width box-shadow box-sizing caption-side clear color direction display empty-cells float font font-family
  font-size font-stretch font-style font-variant font-weight gap column-gap row-gap align-items align-content align-self
  justify-content justify-items flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap order
  grid-template-columns grid-template-rows grid-column grid-row height hyphens letter-spacing line-height list-style list-style-position list-style-type
  margin margin-bottom margin-left margin-right margin-top max-height max-width min-height min-width object-fit opacity
  outline outline-color outline-style outline-width overflow overflow-wrap overflow-x overflow-y padding padding-bottom
  padding-left padding-right padding-top table-layout text-align text-align-last text-decoration text-decoration-color
  text-decoration-line text-decoration-style text-indent text-overflow text-shadow text-transform unicode-bidi
  vertical-align visibility white-space widows orphans width word-break word-spacing word-wrap
  mso-hide mso-line-height-rule mso-table-lspace mso-table-rspace
`)

/** Functions that compute and fetch nothing. `var()` can smuggle what was not checked, `url()` and `image-set()` fetch. */
export const allowedFunctions = words(`
  rgb rgba hsl hsla hwb lab lch oklab oklch calc min max clamp linear-gradient radial-gradient repeat minmax
  repeating-linear-gradient repeating-radial-gradient
`)
