import { z } from 'zod'

/**
 * A text kept to begin messages with. `subject` fills one that is empty. `html` is the body without a signature, its
 * pictures as `data:`; the server cleans it. What is too large for `templateLimits` is answered with a code of its own.
 */
export const templateBody = z.object({
  name: z.string().trim().min(1).max(100),
  subject: z.string().trim().max(500),
  html: z.string().max(2_000_000),
})
export type TemplateBody = z.infer<typeof templateBody>
export type Template = TemplateBody & { id: string }

/** One in a list: its first words in place of its body. */
export type TemplateRow = Omit<Template, 'html'> & { excerpt: string; updatedAt: string }
/** By name; at most `templateLimits.count`. */
export type TemplateList = { templates: TemplateRow[] }

export const templateParams = z.object({ id: z.uuid() })
