# The pages are built and the packages of the server gathered here; nothing of this stage but those goes into the image.
FROM node:26.10.0-trixie-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts
COPY tsconfig.json vite.config.ts ./
COPY client client
COPY server server
COPY shared shared
COPY templates templates
RUN node -e "import('./server/client-build.ts').then(({ ensureClient }) => ensureClient())"
# What only the pages are made of or built with.
RUN npm uninstall --no-save --omit=dev --ignore-scripts \
    vite @vitejs/plugin-react react react-dom react-aria-components @tiptap/react y-websocket \
    @fontsource/arimo @fontsource/atkinson-hyperlegible-next @fontsource/noto-sans-arabic

FROM node:26.10.0-trixie-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4870 DATA_DIR=/data
WORKDIR /app
# OpenDocument and PDF files are made with LibreOffice, which makes the image half a gigabyte larger: only where that is asked for
# (docker build --build-arg OFFICE=yes).
ARG OFFICE=no
RUN if [ "$OFFICE" = yes ]; then \
      apt-get update && \
      apt-get install -y --no-install-recommends libreoffice-writer-nogui fonts-liberation && \
      rm -rf /var/lib/apt/lists/*; \
    fi
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY server server
COPY shared shared
COPY templates templates
# The only folder that is written to; all else may be read-only (docker run --read-only).
RUN mkdir --mode=700 /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4870
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/main.ts"]
