'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { fixesFor, knownOperator } from '@/app/(mail)/_search/problem-fixes'
import { wantSearchBox } from '@/app/(mail)/_search/search-box-intents'
import type { SearchProblem } from '@/lib/contract/search-tree'

type Props = { q: string; problems: SearchProblem[]; onSearch: (q: string) => void }

const shown = 3

/** Why a search was not made, with the part in question underlined, and ways to mend it. */
export function Problems({ q, problems, onSearch }: Props) {
  const t = useTranslations('search')
  return (
    <section role="alert" className="min-h-0 flex-1 overflow-y-auto px-6 py-8 max-md:px-4">
      <h2 className="flex items-center gap-2 font-semibold text-lg">
        <TriangleAlert size={20} strokeWidth={1.75} aria-hidden className="shrink-0 text-warn-text" />
        {t('notUnderstood')}
      </h2>
      <Marked q={q} problems={problems} />
      <ul className="grid max-w-2xl gap-4">
        {problems.slice(0, shown).map((problem) => (
          <li key={`${problem.start} ${problem.code}`}>
            <Explanation q={q} problem={problem} onSearch={onSearch} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The search as typed; what could not be understood is underlined. */
function Marked({ q, problems }: Pick<Props, 'q' | 'problems'>) {
  const pieces: { text: string; start: number; wrong: boolean }[] = []
  let at = 0
  for (const { start, end } of problems) {
    if (start < at) continue
    pieces.push(
      { text: q.slice(at, start), start: at, wrong: false },
      { text: q.slice(start, end), start, wrong: true },
    )
    at = end
  }
  pieces.push({ text: q.slice(at), start: at, wrong: false })
  return (
    <p
      dir="auto"
      className="my-4 max-h-24 max-w-2xl overflow-y-auto whitespace-pre-wrap break-words rounded-md bg-canvas px-3 py-2 font-mono text-sm"
    >
      {pieces.map(({ text, start, wrong }) =>
        wrong ? (
          <u key={start} className="decoration-2 decoration-danger decoration-wavy underline-offset-4">
            {text}
          </u>
        ) : (
          text
        ),
      )}
    </p>
  )
}

function Explanation({ q, problem, onSearch }: { q: string; problem: SearchProblem; onSearch: Props['onSearch'] }) {
  const t = useTranslations('search')
  const text = problem.text.length > 60 ? `${problem.text.slice(0, 60)}…` : problem.text
  const operator = problem.code === 'bad-value' ? knownOperator(problem.text) : null
  const hint = operator && isHinted(operator) ? t(`hints.${operator}`) : t(`problemHints.${problem.code}`)
  return (
    <>
      <p className="font-medium">{t(`problems.${problem.code}`, { text })}</p>
      <p className="text-ink-soft">{hint}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {fixesFor(q, problem)
          .filter((fix) => fix.q !== '')
          .map((fix) => (
            <Button key={fix.q} onClick={() => onSearch(fix.q)} className="max-w-full">
              <span className="truncate">
                {fix.instead ? t('fixInstead', { text: fix.instead }) : t('fixWithout', { text })}
              </span>
            </Button>
          ))}
        <Button kind="quiet" onClick={() => wantSearchBox(problem)}>
          {t('fixEdit')}
        </Button>
      </div>
    </>
  )
}

const hinted = ['has', 'is', 'before', 'after', 'older_than', 'newer_than', 'larger', 'smaller'] as const
const isHinted = (operator: string): operator is (typeof hinted)[number] => hinted.some((each) => each === operator)
