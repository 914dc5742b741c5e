# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# Node.js builds the dashboard; without it the service builds and runs, but serves no page.
RUN apt-get update \
 && apt-get install -y --no-install-recommends nodejs npm \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN dotnet publish src/Chancery -c Release -o /app --nologo

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# The embedded graph, and the cables to read.
RUN mkdir -p /data /cables && chown -R $APP_UID /data
USER $APP_UID
VOLUME ["/data"]
ENV Chancery__Graph=embedded:/data/graph
EXPOSE 8080 7687
ENTRYPOINT ["dotnet", "chancery.dll"]
CMD ["serve"]
