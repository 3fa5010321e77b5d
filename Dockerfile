FROM node:20-bookworm-slim AS build
WORKDIR /granaio
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/granaio/data DATABASE_URL=file:/granaio/data/granaio.db
WORKDIR /granaio
COPY --from=build --chown=root:root /granaio/package.json ./
COPY --from=build --chown=root:root /granaio/tsconfig.json ./
COPY --from=build --chown=root:root /granaio/node_modules ./node_modules
COPY --from=build --chown=root:root /granaio/build ./build
COPY --from=build --chown=root:root /granaio/app ./app
COPY --from=build --chown=root:root /granaio/db ./db
COPY --from=build --chown=root:root /granaio/commands ./commands
RUN mkdir data && chown node:node data
USER node
VOLUME /granaio/data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Run with `docker run --read-only --tmpfs /tmp -v granaio:/granaio/data …`: only the data folder is written.
CMD ["node", "--max-old-space-size=192", "--max-semi-space-size=8", "build/server/index.js"]
