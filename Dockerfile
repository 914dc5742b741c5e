# syntax=docker/dockerfile:1
FROM node:22-slim AS dashboard
WORKDIR /dashboard
COPY src/Chancery/Dashboard/package.json src/Chancery/Dashboard/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY src/Chancery/Dashboard .
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
# Built above: this image has no Node.js, and the build takes what it finds.
COPY --from=dashboard /dashboard/dist src/Chancery/Dashboard/dist
RUN dotnet publish src/Chancery -c Release -o /app --nologo

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# The embedded graph, for those who run without Neo4j.
RUN mkdir -p /data && chown $APP_UID /data
USER $APP_UID
VOLUME ["/data"]
ENV Chancery__Graph=embedded:/data/graph
EXPOSE 5080 7687
ENTRYPOINT ["dotnet", "chancery.dll"]
CMD ["serve"]
