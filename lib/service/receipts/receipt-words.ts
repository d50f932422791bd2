type Facts = { subject: string; reader: string; sent: string; opened: string }

/** What a person reads in a receipt. It claims no more than is known: that the message was opened. */
const words = {
  en: {
    subject: (subject: string) => `Read: ${subject}`,
    text: ({ subject, reader, sent, opened }: Facts) =>
      `Your message\n\n    ${subject}\n    sent on ${sent} to ${reader}\n\nwas opened on ${opened}.\n\nThis says that it was shown. It does not say that it was read to the end or understood.\n`,
  },
  de: {
    subject: (subject: string) => `Gelesen: ${subject}`,
    text: ({ subject, reader, sent, opened }: Facts) =>
      `Ihre Nachricht\n\n    ${subject}\n    gesendet am ${sent} an ${reader}\n\nwurde am ${opened} geöffnet.\n\nDas heißt, dass sie angezeigt wurde. Es heißt nicht, dass sie zu Ende gelesen oder verstanden wurde.\n`,
  },
}

export const receiptWords = (locale: 'en' | 'de' | null) => words[locale ?? 'en']

/** `2026-11-29 00:30 UTC`: read in another country. */
export const receiptTime = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
