using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Chancery.Graph;

/// <summary>A map from text to values that keeps the order in which its keys were given. Immutable.</summary>
public sealed class MapValue : IReadOnlyDictionary<string, Value>
{
    // Below this many keys a linear search beats hashing.
    private const int LinearLimit = 8;

    private readonly string[] _keys;
    private readonly Value[] _values;
    private readonly Dictionary<string, int>? _places;

    /// <summary>Takes both arrays over; keys must be distinct.</summary>
    public MapValue(string[] keys, Value[] values)
    {
        if (keys.Length != values.Length)
        {
            throw new ArgumentException($"{keys.Length} keys for {values.Length} values.", nameof(values));
        }

        _keys = keys;
        _values = values;
        if (keys.Length > LinearLimit)
        {
            _places = new Dictionary<string, int>(keys.Length, StringComparer.Ordinal);
            for (int i = 0; i < keys.Length; i++)
            {
                _places.Add(keys[i], i);
            }
        }
    }

    public static MapValue Empty { get; } = new([], []);

    public int Count => _keys.Length;

    public IEnumerable<string> Keys => _keys;

    public IEnumerable<Value> Values => _values;

    public Value this[string key] => TryGetValue(key, out Value value) ? value : throw new KeyNotFoundException($"The map has no key '{key}'.");

    /// <summary>A later pair with the same key replaces the earlier value and keeps its place.</summary>
    public static MapValue Of(params ReadOnlySpan<(string Key, Value Value)> pairs)
    {
        Builder builder = new(pairs.Length);
        foreach ((string key, Value value) in pairs)
        {
            builder.Set(key, value);
        }

        return builder.Build();
    }

    public ReadOnlySpan<string> KeySpan => _keys;

    public ReadOnlySpan<Value> ValueSpan => _values;

    /// <summary>The value, or null where the key is absent.</summary>
    public Value GetOrNull(string key) => TryGetValue(key, out Value value) ? value : Value.Null;

    public bool ContainsKey(string key) => Find(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Value value)
    {
        int place = Find(key);
        value = place >= 0 ? _values[place] : default;
        return place >= 0;
    }

    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator()
    {
        for (int i = 0; i < _keys.Length; i++)
        {
            yield return new KeyValuePair<string, Value>(_keys[i], _values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Find(string key)
    {
        if (_places is not null)
        {
            return _places.TryGetValue(key, out int place) ? place : -1;
        }

        for (int i = 0; i < _keys.Length; i++)
        {
            if (string.Equals(_keys[i], key, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Collects pairs in order; setting a key twice keeps its first place and its last value.</summary>
    public sealed class Builder(int capacity = 4)
    {
        private readonly List<string> _keys = new(capacity);
        private readonly List<Value> _values = new(capacity);
        private readonly Dictionary<string, int> _places = new(capacity, StringComparer.Ordinal);

        public Builder Set(string key, Value value)
        {
            if (_places.TryAdd(key, _keys.Count))
            {
                _keys.Add(key);
                _values.Add(value);
            }
            else
            {
                _values[_places[key]] = value;
            }

            return this;
        }

        public MapValue Build() => _keys.Count == 0 ? Empty : new MapValue([.. _keys], [.. _values]);
    }
}
