using Chancery.Benchmarks.Bolt;
using Chancery.Benchmarks.Extraction;
using Chancery.Benchmarks.Peers;

// Chancery.Benchmarks peers PHASE [FOLDER]
// Chancery.Benchmarks bolt FOLDER
// Chancery.Benchmarks extraction FOLDER
if (args is ["peers", string phase, .. string[] rest])
{
    return await new PeersBenchmark(rest is [string folder] ? folder : "peers").RunAsync(phase);
}

if (args is ["bolt", .. string[] bolt])
{
    return await BoltBenchmark.RunAsync(bolt);
}

if (args is ["extraction", string cables])
{
    return await ExtractionBenchmark.RunAsync(cables);
}

Console.Error.WriteLine("Usage: Chancery.Benchmarks peers (generate|copy|merge|single|open|query|readers) [FOLDER] | bolt FOLDER | extraction FOLDER");
return 2;
