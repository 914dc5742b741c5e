UNWIND $rows AS row
MATCH (k:Claim {id: row.id})
SET k.rejected = row.rejected
