/** Text that LIKE finds as it is; Prisma's `startsWith` and its like do not escape what they are given. */
export const likeLiteral = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
