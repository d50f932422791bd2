import { useRef, useState } from 'react'
import { forgotFiles } from '@/app/(mail)/_composer/forgotten'
import type { Draft } from '@/lib/contract/drafts'
import type { RecipientProblem } from '@/lib/contract/recipients'
import { writingApi } from '@/lib/contract/writing-client'

/** What was noticed about a message that is about to leave. */
export type Finding =
  | { kind: 'no-subject' }
  | { kind: 'no-file' }
  | { kind: 'away' }
  | { kind: 'recipient'; of: RecipientProblem }

/** Longer than the server takes; then the message leaves without having been looked at. */
const patienceMs = 3_000

async function findingsOf(draft: Draft): Promise<Finding[]> {
  const findings: Finding[] = []
  if (draft.subject.trim() === '') findings.push({ kind: 'no-subject' })
  if (forgotFiles(draft)) findings.push({ kind: 'no-file' })
  const addresses = [...draft.to, ...draft.cc, ...draft.bcc].map(({ address }) => address)
  const checked = await writingApi.checkRecipients(addresses, AbortSignal.timeout(patienceMs)).catch(() => null)
  for (const of of checked?.problems ?? []) findings.push({ kind: 'recipient', of })
  if (checked?.away) findings.push({ kind: 'away' })
  return findings
}

const nameOf = (finding: Finding) =>
  finding.kind === 'recipient' ? `${finding.of.address} ${finding.of.problem}` : finding.kind

/** The look at a message before it leaves. What the person has seen and sent anyway is not asked again. */
export function useChecks() {
  const [findings, setFindings] = useState<Finding[]>([])
  const seen = useRef(new Set<string>())
  const looking = useRef(false)
  /** True when the message may leave; otherwise `findings` are to be shown, or a look is under way already. */
  const pass = async (draft: Draft): Promise<boolean> => {
    if (looking.current) return false
    looking.current = true
    const found = await findingsOf(draft).finally(() => {
      looking.current = false
    })
    const fresh = found.filter((finding) => !seen.current.has(nameOf(finding)))
    setFindings(fresh)
    return fresh.length === 0
  }
  const accept = () => {
    for (const finding of findings) seen.current.add(nameOf(finding))
    setFindings([])
  }
  return { findings, pass, accept, dismiss: () => setFindings([]) }
}
