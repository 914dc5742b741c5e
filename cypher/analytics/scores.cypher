// Writes one batch of scores back, with the run that made them.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
SET e.degree = row.degree, e.pagerank = row.pagerank, e.betweenness = row.betweenness, e.community = row.community,
    e.analyticsRun = $run
