using Chancery.Benchmarks.Peers;

// Chancery.Benchmarks peers PHASE [FOLDER]
if (args is ["peers", string phase, .. string[] rest])
{
    return await new PeersBenchmark(rest is [string folder] ? folder : "peers").RunAsync(phase);
}

Console.Error.WriteLine("Usage: Chancery.Benchmarks peers (generate|copy|merge|single|open|query|readers) [FOLDER]");
return 2;
