import type { JourneyStep } from '@/lib/contract/delivery'

/**
 * One line of an SMTP conversation (RFC 5321). `recorded`: the log told of it. What is not recorded but must have been said
 * has its words; a reply nobody wrote down has none.
 */
export type ConversationLine = { side: 'client' | 'server'; text: string; recorded: boolean }

const client = (text: string, recorded = false): ConversationLine => ({ side: 'client', text, recorded })
const unheard: ConversationLine = { side: 'server', text: '', recorded: false }

const spoken = new Set<JourneyStep['kind']>(['accepted', 'waiting', 'bounced'])
const stages = ['EHLO', 'STARTTLS', 'MAIL FROM', 'RCPT TO', 'DATA', 'end of DATA'] as const

/** Postfix: `host NAME[ADDRESS] said: WORDS (in reply to RCPT TO command)`; of success only the last words. */
function lastWords({ kind, reply }: JourneyStep): { stage: string; words: string } | null {
  const parts = /^host \S+ (?:said|refused to talk to me): (.*?)(?: \(in reply to ([A-Za-z ]+) command\))?$/.exec(reply)
  if (parts !== null) return { stage: parts[2] ?? 'greeting', words: parts[1] ?? '' }
  return kind === 'accepted' ? { stage: 'end of DATA', words: reply } : null
}

/**
 * What was said with the other server in a try, as far as the log tells; empty when nobody was spoken with. Postfix writes
 * down the last reply only: more would need its debug log, which holds every address and is far too much for a working host.
 */
export function conversationLines(step: JourneyStep, sender: string): ConversationLine[] {
  const last = spoken.has(step.kind) && step.server?.port ? lastWords(step) : null
  if (last === null) return []
  const said: Record<(typeof stages)[number], ConversationLine[]> = {
    EHLO: [client(`EHLO ${step.host.name}`)],
    STARTTLS: step.tls ? [client('STARTTLS', true)] : [],
    'MAIL FROM': [client(`MAIL FROM:<${sender}>`, sender !== '')],
    'RCPT TO': [client(`RCPT TO:<${step.recipient ?? ''}>`, true)],
    DATA: [client('DATA')],
    'end of DATA': [client('.')],
  }
  const lines = [unheard]
  for (const stage of last.stage === 'greeting' ? [] : stages) {
    if (said[stage].length === 0) continue
    lines.push(...said[stage], unheard)
    if (stage === last.stage) break
  }
  return [...lines.slice(0, -1), { side: 'server', text: last.words, recorded: true }]
}
