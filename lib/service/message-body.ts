import { randomBytes } from 'node:crypto'
import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import { type BodySection, bodyDocument, emptyBodyDocument, type Theme } from '@/lib/mail/mime/body-document'
import { sanitiseHtml } from '@/lib/mail/mime/sanitise-html'
import { textToHtml } from '@/lib/mail/mime/text-to-html'
import { inlinePictures } from '@/lib/service/inline-pictures'
import { type ContentSection, type MessageContent, readContent } from '@/lib/service/message-content'
import { signImage } from '@/lib/service/signed-image'

/** A document for a frame; its policy must let the script with `nonce` run and nothing else. */
export type BodyDocument = { html: string; nonce: string }

type Pictures = { own: Map<string, string>; remote: boolean }

function toBodySection(section: ContentSection, pictures: Pictures): BodySection {
  if (section.kind === 'text') return { kind: 'text', html: textToHtml(section.text) }
  if (!pictures.remote && !section.clean.includes('src="cid:')) return { kind: 'html', html: section.clean }
  // Cleaned again rather than searched and replaced: nothing edits clean HTML as text.
  const { html } = sanitiseHtml(section.source, {
    styleSheets: true,
    cid: (id) => pictures.own.get(id) ?? null,
    remote: pictures.remote ? (url) => signImage(url) : undefined,
  })
  return { kind: 'html', html }
}

/** What is shown of a message, part by part, with its own pictures in place and remote ones through our proxy or not at all. */
export async function bodySections(
  account: MailAccount,
  ref: MessageRef,
  content: MessageContent,
  remote = false,
): Promise<BodySection[]> {
  const wantsOwn = content.sections.some((part) => part.kind === 'html' && part.clean.includes('src="cid:'))
  const own = wantsOwn ? await inlinePictures(account, ref, content.parts) : new Map<string, string>()
  return content.sections.map((section) => toBodySection(section, { own, remote }))
}

/**
 * The shown text of a message as a document of its own.
 * @throws AppError `message-gone`, `mailbox-not-found`; MailError of the connection
 */
export async function messageBody(
  account: MailAccount,
  ref: MessageRef,
  options: { theme: Theme; images: boolean },
): Promise<BodyDocument> {
  const content = await readContent(account, ref)
  const nonce = randomBytes(16).toString('base64url')
  const sections = await bodySections(account, ref, content, options.images)
  return { html: bodyDocument(sections, { theme: options.theme, nonce }), nonce }
}

/** A body's document that waits for its text, the same for every message. */
export function emptyBody(theme: Theme): BodyDocument {
  const nonce = randomBytes(16).toString('base64url')
  return { html: emptyBodyDocument({ theme, nonce }), nonce }
}
