import { sizeUnits } from '@/lib/contract/search-operators'
import type { SearchLeaf, SearchNode } from '@/lib/contract/search-tree'

/** Writes a search so that `parseSearch` reads the same tree again. */
export function printSearch(node: SearchNode): string {
  if (node.kind === 'and') return node.nodes.map(printPart).join(' ')
  if (node.kind === 'or') return node.nodes.map(printPart).join(' OR ')
  if (node.kind === 'not') return `-${printPart(node.node)}`
  return printLeaf(node)
}

/** A node inside another one: groups in brackets. */
function printPart(node: SearchNode): string {
  return node.kind === 'and' || node.kind === 'or' ? `(${printSearch(node)})` : printSearch(node)
}

function printLeaf(node: SearchLeaf): string {
  switch (node.kind) {
    case 'text':
      return printText(node)
    case 'field':
      return `${node.field}:${printText(node)}`
    case 'has':
    case 'is':
      return `${node.kind}:${node.what}`
    case 'in':
      return `in:${printName(node.mailbox)}`
    case 'label':
      return `label:${printName(node.label)}`
    case 'before':
    case 'after':
      return `${node.kind}:${node.date}`
    case 'older-than':
    case 'newer-than':
      return `${node.kind.replace('-', '_')}:${node.amount}${node.unit}`
    case 'larger':
    case 'smaller':
      return `${node.kind}:${printSize(node.bytes)}`
  }
}

function printText({ text, phrase, prefix }: { text: string; phrase: boolean; prefix: boolean }): string {
  return phrase ? quoted(text) : `${text}${prefix ? '*' : ''}`
}

/** A name or path: in quotes only where it has to be. */
export const printName = (name: string): string => (/[\s"(){}]/.test(name) ? quoted(name) : name)

/** A phrase cannot hold quotes: the grammar has no way to write them. */
export const quoted = (text: string): string => `"${text.replace(/["\s\p{Cc}]+/gu, ' ').trim()}"`

function printSize(bytes: number): string {
  const unit = Object.entries(sizeUnits).find(([, size]) => bytes > 0 && bytes % size === 0)
  return unit ? `${bytes / unit[1]}${unit[0].toUpperCase()}` : String(bytes)
}
