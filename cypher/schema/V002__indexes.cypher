// What people look up and filter by.
CREATE INDEX entity_name IF NOT EXISTS FOR (e:Entity) ON (e.name);
CREATE INDEX organization_name IF NOT EXISTS FOR (o:Organization) ON (o.name);
CREATE INDEX person_name IF NOT EXISTS FOR (p:Person) ON (p.name);
CREATE INDEX position_name IF NOT EXISTS FOR (p:Position) ON (p.name);
CREATE INDEX place_name IF NOT EXISTS FOR (p:Place) ON (p.name);
CREATE INDEX cable_sent_at IF NOT EXISTS FOR (c:Cable) ON (c.sentAt);
CREATE INDEX claim_type IF NOT EXISTS FOR (k:Claim) ON (k.type);
