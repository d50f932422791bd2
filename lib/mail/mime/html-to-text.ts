import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from 'parse5'
import { withinTime } from '@/lib/mail/mime/bounded'

const words = (text: string) => new Set(text.trim().split(/\s+/))
const hidden = words('script style title template textarea select svg math xmp iframe noembed noframes')
const rawText = words('script style xmp iframe noembed noframes')
const paragraphs = words('p h1 h2 h3 h4 h5 h6 ul ol dl pre blockquote table hr')
const blocks = words(
  'address article aside caption center dd details dir div dt fieldset figcaption figure footer form header li main nav section tr',
)

/** Gathers the words of a token stream as a reader would see them set in lines. No tree is built: the cost is linear. */
class TextWriter implements TokenHandler {
  readonly #lines: string[] = []
  #line = ''
  #space = false
  #pre = 0
  #quote = 0
  #hidden: string | null = null
  tokenizer: Tokenizer | null = null

  onCharacter(token: Token.CharacterToken) {
    this.#text(token.chars)
  }
  onWhitespaceCharacter(token: Token.CharacterToken) {
    this.#text(token.chars)
  }
  onNullCharacter() {}
  onComment() {}
  onDoctype() {}
  onEof() {
    this.#break()
  }

  onStartTag({ tagName, selfClosing }: Token.TagToken) {
    if (this.#hidden !== null) return
    if (hidden.has(tagName) && !selfClosing) this.#hide(tagName)
    else if (tagName === 'br') this.#break(true)
    else if (tagName === 'td' || tagName === 'th') this.#space = this.#line !== ''
    else this.#block(tagName)
    if (tagName === 'pre') this.#pre += 1
    if (tagName === 'blockquote') this.#quote = Math.min(this.#quote + 1, 20)
    if (tagName === 'li') this.#line = '- '
    if (tagName === 'hr') this.#lines.push('---')
  }

  onEndTag({ tagName }: Token.TagToken) {
    if (this.#hidden !== null) {
      if (tagName === this.#hidden) this.#hidden = null
      return
    }
    this.#block(tagName)
    if (tagName === 'pre') this.#pre = Math.max(0, this.#pre - 1)
    if (tagName === 'blockquote') this.#quote = Math.max(0, this.#quote - 1)
  }

  result(): string {
    return [...this.#lines, this.#line]
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  }

  #hide(tagName: string) {
    this.#hidden = tagName
    if (rawText.has(tagName) && this.tokenizer !== null) this.tokenizer.state = TokenizerMode.RAWTEXT
  }

  #block(tagName: string) {
    if (paragraphs.has(tagName)) {
      this.#break()
      if (this.#lines.at(-1) !== '') this.#lines.push('')
    } else if (blocks.has(tagName)) this.#break()
  }

  #break(always = false) {
    const prefix = '> '.repeat(this.#quote)
    if (always || this.#line !== '') this.#lines.push((prefix + this.#line).trimEnd())
    this.#line = ''
    this.#space = false
  }

  #text(chars: string) {
    if (this.#hidden !== null) return
    if (this.#pre > 0) {
      const [first = '', ...rest] = chars.replaceAll('\r', '').split('\n')
      this.#line += first
      for (const line of rest) {
        this.#break(true)
        this.#line = line
      }
      return
    }
    for (const word of chars.split(/[ \t\r\n\f]+/).entries()) this.#word(word)
  }

  #word([index, word]: [number, string]) {
    if (index > 0) this.#space = this.#line !== ''
    if (word === '') return
    this.#line += (this.#space ? ' ' : '') + word.replaceAll('\u00a0', ' ')
    this.#space = false
  }
}

/** The words of an HTML message as plain text: blocks in lines, lists with dashes, quotes with `>`. Never throws; at most `patience` ms. */
export function htmlToText(html: string, patience = 500): string {
  const writer = new TextWriter()
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, writer)
  writer.tokenizer = tokenizer
  try {
    withinTime(patience, () => tokenizer.write(html, true))
  } catch {
    // what was gathered until then is the answer
  }
  return writer.result()
}
