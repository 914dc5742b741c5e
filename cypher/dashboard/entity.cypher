// One entity with its own properties.
MATCH (e:Entity {id: $id})
RETURN {id: e.id, name: e.name, type: [label IN labels(e) WHERE label IN $types][0], aliases: e.aliases, mentions: e.mentions,
  firstSeen: e.firstSeen, lastSeen: e.lastSeen} AS entity, properties(e) AS properties
