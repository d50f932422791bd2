/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // catalogues are compiled on the server (app/_i18n/catalogue.ts): the browser needs no message parser
  turbopack: { resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } },
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
