# Targets: web (the webmail), worker (what happens though nobody looks), mailhost (the same beside the mail servers) and setup (keys, database, accounts from the shell). The mail servers are in mailserver/Dockerfile.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
# the migration engine is WebAssembly here: the binary Prisma would download is not wanted
ENV NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1 PRISMA_SCHEMA_ENGINE_BINARY=/bin/true
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund

# what the pages are made of, so that they are not built anew for anything else
FROM packages AS build
COPY prisma.config.ts ./
COPY prisma ./prisma
RUN npx --no-install prisma generate
COPY next.config.js postcss.config.mjs tsconfig.json ./
COPY app ./app
COPY lib ./lib
COPY messages ./messages
RUN NODE_ENV=production npx --no-install next build && rm -rf .next/cache

# only what runs; the image has a Node of its own
FROM packages AS runtime
RUN npm prune --omit=dev --no-audit --no-fund && rm -rf node_modules/node node_modules/node-bin-* node_modules/node-linux-*

FROM node:24-bookworm-slim AS app
RUN apt-get update -q && apt-get install -y -q --no-install-recommends openssl && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
COPY --from=runtime /app/node_modules ./node_modules
COPY . .
COPY --from=build /app/lib/db/generated ./lib/db/generated
COPY --from=build /app/.next ./.next

FROM app AS web
ENV WAYPOST_BIND=0.0.0.0 PORT=3000 WAYPOST_DATA=/data WAYPOST_SECRETS=/secrets
RUN install -d -o node -g node /data /data/uploads .next/cache
USER node
CMD ["node", "--disable-warning=ExperimentalWarning", "--import", "tsx", "server.ts"]
HEALTHCHECK \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]

FROM app AS worker
ENV WAYPOST_DATA=/data WAYPOST_SECRETS=/secrets WAYPOST_WORKER_SOCKET=/tmp/worker.sock
RUN install -d -o node -g node /data
USER node
ENTRYPOINT ["/bin/sh", "/app/mailserver/compose/entrypoint-worker.sh"]
CMD ["node", "--disable-warning=ExperimentalWarning", "--import", "tsx", "worker/main.ts"]
HEALTHCHECK \
  CMD ["node", "-e", "require('http').get({ socketPath: '/tmp/worker.sock', path: '/' }, (a) => process.exit(a.statusCode === 200 ? 0 : 1)).on('error', () => process.exit(1))"]

# with Postfix's commands, for the queue of another container
FROM worker AS mailhost
USER root
ENV DEBIAN_FRONTEND=noninteractive
RUN sh mailserver/compose/install-postfix.sh && ln -s /app/mailserver /usr/share/waypost

FROM app AS setup
ENTRYPOINT ["node", "--disable-warning=ExperimentalWarning", "--experimental-wasm-modules", "--import", "tsx", "scripts/compose.ts"]
