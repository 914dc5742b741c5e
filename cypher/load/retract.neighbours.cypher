// Whatever a cable touches has to be settled anew once the cable changed.
UNWIND $ids AS id
MATCH (:Cable {id: id})-->(n)
WHERE n:Entity OR n:Handle OR n:Topic OR n:Cable
SET n:Stale
