/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // types are checked by `npm run check`, once and with the current compiler
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'imapflow',
    'nodemailer',
    'mailparser',
    'pino',
    '@node-rs/argon2',
    '@prisma/client',
    'pg',
    'sharp',
  ],
}
