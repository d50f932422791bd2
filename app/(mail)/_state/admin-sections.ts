/** `/admin/<section>`, in the order of the navigation. */
export const adminSections = ['queue', 'deliveries'] as const
export type AdminSection = (typeof adminSections)[number]

export const isAdminSection = (name: string): name is AdminSection => adminSections.some((section) => section === name)
