// A withdrawn cable leaves a bare node as long as others refer to it.
UNWIND $ids AS id
MATCH (c:Cable {id: id})
SET c = {id: id, missing: true}
SET c:Stale
