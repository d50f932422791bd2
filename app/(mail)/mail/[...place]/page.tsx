import { PlaceView } from '@/app/(mail)/place-view'

/** `/mail/<mailbox>` and `/mail/<mailbox>/<message>`. */
export default function MailPage() {
  return <PlaceView />
}
