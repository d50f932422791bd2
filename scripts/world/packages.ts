/** Installs the Debian packages that are missing. */
export async function installPackages() {}
