/** `/settings/<section>`, in the order of the navigation. */
export const settingsSections = [
  'general',
  'appearance',
  'identities',
  'templates',
  'filters',
  'vacation',
  'keyboard',
  'notifications',
  'attempts',
  'sessions',
] as const
export type SettingsSection = (typeof settingsSections)[number]

export const isSettingsSection = (name: string): name is SettingsSection =>
  settingsSections.some((section) => section === name)
