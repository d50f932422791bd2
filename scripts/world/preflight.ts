import { WorldError } from './shell'

/** Refuses early, with the remedy, what would fail later. */
export async function preflight() {
  if (process.getuid?.() !== 0)
    throw new WorldError(
      'The mail servers need root (Postfix runs for no one else, and ports below 1024). Try: sudo npm run demo',
    )
}
