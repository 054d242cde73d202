# The command in an image of its own: docker build -t calque . && docker run --rm -v "$PWD:/work" calque check .
FROM swift:6.3-bookworm AS build
WORKDIR /calque
COPY Makefile Package.swift ./
COPY scripts scripts
COPY Sources Sources
COPY Tests Tests
COPY reports reports
RUN make install PREFIX=/usr/local DESTDIR=/out

FROM debian:bookworm-slim
COPY --from=build /out/ /
COPY LICENSE NOTICE /usr/local/share/doc/calque/
RUN useradd --no-create-home calque
USER calque
WORKDIR /work
ENTRYPOINT ["calque"]
CMD ["--help"]
