import { folderNameProblem, labelNameProblem, type NameProblem, tidyName } from '@/lib/contract/names'
import { AppError } from '@/lib/errors'

function require(name: string, problem: NameProblem | null): string {
  if (problem !== null) throw new AppError('name-refused', 'the name breaks a rule', { detail: problem })
  return name
}

/** The name without what people type around it. @throws AppError `name-refused` with the `NameProblem` as detail */
export function requireLabelName(typed: string): string {
  const name = tidyName(typed)
  return require(name, labelNameProblem(name))
}

/** The same for one level of a folder's path. @throws AppError `name-refused` */
export function requireFolderName(typed: string, place: 'top' | 'below'): string {
  const name = tidyName(typed)
  return require(name, folderNameProblem(name, place))
}
