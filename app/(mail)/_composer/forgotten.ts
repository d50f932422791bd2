/** Words by which a writer speaks of a file that goes along, in the languages of the interface. */
const attachmentWords = [
  /\b(?:attach(?:ed|ing|ments?)|enclos(?:ed|ing|ures?))\b/i,
  /(?<![\p{L}])(?:anbei|anhang|anhänge|angehängt\w*|beigefügt\w*|beiliegend\w*|anlage|anlagen|hänge\s+(?:ich|wir)?.{0,40}\ban)(?![\p{L}])/iu,
]

const ownText = (html: string): string => {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const other of body.querySelectorAll('blockquote, .waypost-signature')) other.remove()
  return body.textContent ?? ''
}

/** Whether the words themselves speak of an attachment; quoted lines are somebody else's. */
export const speaksOfFiles = (text: string): boolean => {
  const own = text
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n')
  return attachmentWords.some((words) => words.test(own))
}

type Written = { format: 'html' | 'text'; html: string; text: string; subject: string; attachments: unknown[] }

/** Whether a message speaks of a file, and none goes along. */
export const forgotFiles = ({ format, html, text, subject, attachments }: Written): boolean =>
  attachments.length === 0 && speaksOfFiles(`${subject}\n${format === 'html' ? ownText(html) : text}`)
