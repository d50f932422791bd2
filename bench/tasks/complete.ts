import { pick, type Task } from '@/bench/tasks/task'

/** Beginnings of names and addresses as people type them, one that nobody has among them. */
const typed = ['p', 'num', 'number96 pers', 'd299', 'zzzz', 'person.4999@', '4 p', 'person']

export const completeTasks: Task[] = [
  {
    // Roundcube answers from the address book of its own database, which the bench does not fill
    id: 'complete',
    name: 'complete an address, 5,000 contacts',
    waypost: (client, _, run) => client.get(`/api/contacts?q=${encodeURIComponent(pick(typed, run))}`),
  },
]
