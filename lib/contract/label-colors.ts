// No schema here: browsers load it before the first row, and a schema would bring its library along.
export const labelColors = ['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink'] as const
export type LabelColor = (typeof labelColors)[number]
